using System.IO.Compression;
using System.Text;

namespace Lat.Datasets.Tests;

/// <summary>Every kind of file that a reader parses.</summary>
internal static class ReaderCases
{
    private const string Scalabel = """
        {"frames": [{"name": "a.jpg", "videoName": "v", "frameIndex": 3, "size": {"width": 8, "height": 4}, "labels": [
          {"id": "1", "category": "car", "attributes": {"crowd": false}, "box2d": {"x1": 1, "y1": 0.5, "x2": 5.25, "y2": 3}}]}],
         "config": {"imageSize": {"width": 1280, "height": 800}}}
        """;

    public static IReadOnlyList<ReaderCase> All { get; } =
    [
        Text("acdc", AcdcFormat.Format, () => new DatasetTree().WriteImage("rgb_anon/fog/train/S/S_frame_1_rgb_anon.png"), "gt_detection/fog/instancesonly_fog_train_gt_detection.json", """
            {"images": [{"id": 1, "file_name": "fog/train/S/S_frame_1_rgb_anon.png", "width": 8, "height": 4}], "categories": [{"id": 26, "name": "car"}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 26, "bbox": [1, 2, 3, 1.5], "iscrowd": 0}]}
            """),
        Text("bdd100k", Bdd100kFormat.Format, () => new DatasetTree().WriteImage("images/100k/val/a.jpg"), "labels/det_20/det_val.json", Scalabel),
        Text("cityscapes polygons", CityscapesFormat.Format, () => new DatasetTree().WriteImage(CityscapesTree.ImageName), CityscapesTree.PolygonsName,
            CityscapesTree.Polygons(CityscapesTree.Object("car", 1, 2, 30, 40), CityscapesTree.Object("persongroup", 0, 0, 9, 9))),
        new(
            "cityscapes instances", CityscapesFormat.Format, () => new DatasetTree().WriteImage(CityscapesTree.ImageName),
            $"gtFine/{CityscapesTree.Frame}_gtFine_instanceIds.png", CityscapesTree.Instances(30, 20, (26_000, 2, 1, 5, 3)))
        {
            Options = new ReadOptions { Variant = "instances" },
        },
        Text("coco", CocoFormat.Format, () => new DatasetTree().WriteImage("images/a.png").WriteImage("images/b.png"), "annotations/train.json", """
            {"info": {"year": 2017}, "images": [{"license": 4, "file_name": "a.png", "height": 4, "width": 8, "id": 7}, {"id": 9, "file_name": "b.png", "width": 8, "height": 4,
             "video_id": 1, "frame_id": 2}], "annotations": [{"segmentation": [[1, 2.5, 3e0, 4]], "area": 2.5, "iscrowd": 0, "image_id": 7, "bbox": [1, 2, 3, 1.5], "category_id": 26, "id": 1},
             {"id": 2, "image_id": 9, "category_id": 3, "bbox": [0.5, 0, 3, 2], "score": 0.5, "origin": "transferred", "source_annotation": 4, "corners": [0.5, 0, 3.5, 2]}],
             "categories": [{"id": 26, "name": "car"}, {"supercategory": "x", "id": 3, "name": "bus"}]}
            """),
        NuImages("object_ann"),
        NuImages("sample_data"),
        NuImages("category"),
        NuImages("calibrated_sensor"),
        Text("shift", ShiftFormat.Format, () => new DatasetTree().WriteImage("img/v/a.jpg"), "det_2d.json", Scalabel),
        new("shift's archive", ShiftFormat.Format, () => new DatasetTree().Write("det_2d.json", Scalabel), "img.zip", Zip()),
        Text("synscapes", SynscapesFormat.Format, () => new DatasetTree().WriteImage("img/rgb/1.png"), "meta/1.json", """
            {"instance": {"bbox2d": {"2600001": {"xmin": 0.25, "xmax": 0.5, "ymin": 0.1, "ymax": 0.75}}, "class": {"2600001": 26}, "occluded": {"2600001": 0.5}}}
            """),
        Text("voc", PascalVocFormat.Format, () => new DatasetTree().WriteImage("JPEGImages/1.png"), "Annotations/1.xml", """
            <annotation><filename>1.png</filename><size><width>8</width><height>4</height></size><object><name>car</name><difficult>1</difficult>
            <bndbox><xmin>1</xmin><ymin>2</ymin><xmax>7.5</xmax><ymax>3</ymax></bndbox><lat confidence="0.5" origin="transferred" source="3"/></object></annotation>
            """),
        new("waymo frames", WaymoFormat.Format, () => new DatasetTree(), "a.tfrecord", TfRecords.Of(Frame())),
        new("waymo frames, sound checksums", WaymoFormat.Format, () => new DatasetTree(), "a.tfrecord", Frame()) { Wrap = content => TfRecords.Of(content) },
        new("waymo boxes", WaymoFormat.Format, () => new DatasetTree(), "camera_box/a.parquet", WaymoTables.Boxes((7, 1, 1, [100, 50, 20, 10]), (8, 1, 2, [10, 50, 20, 10]))),
        new(
            "waymo images", WaymoFormat.Format, () => new DatasetTree().Write("camera_box/a.parquet", WaymoTables.Boxes((7, 1, 1, [1, 1, 2, 2]))),
            "camera_image/a.parquet", WaymoTables.Images((7, 1, PngBytes.Encode(new Core.RgbImage(new Core.ImageSize(8, 4))))))
        {
            Options = new ReadOptions(),
        },
        Text("yolo's description", YoloFormat.Format, () => new DatasetTree().WriteImage("images/train/1.png").Write("labels/train/1.txt", "0 0.5 0.5 0.5 0.5"), "data.yaml",
            "path: .\ntrain: images/train # here\nval:\n  - images/train\nnc: 2\nnames:\n  0: \"car\"\n  1: 'bus'\n"),
        Text("yolo's labels", YoloFormat.Format, () => new DatasetTree().WriteImage("images/train/1.png").Write("data.yaml", "train: images/train\nnames: [car, bus]\n"), "labels/train/1.txt",
            "0 0.5 0.5 0.5 0.5\n1 0.25 0.25 0.1 0.1 0.9\n1 0.1 0.1 0.2 0.2 0.3 0.1\n"),
        Text("yolo's provenance", YoloFormat.Format,
            () => new DatasetTree().WriteImage("images/train/1.png").Write("data.yaml", "train: images/train\nnames: [car]\n").Write("labels/train/1.txt", "0 0.5 0.5 0.5 0.5"), "provenance/train.json",
            """{"images": [{"image": "1.png", "width": 8, "height": 4, "labels": [{"corners": [2, 1, 6, 3], "score": 0.5, "origin": "transferred", "area": 4}]}]}"""),
    ];

    private static ReaderCase Text(string name, DatasetFormat format, Func<DatasetTree> make, string file, string content) =>
        new(name, format, make, file, Encoding.UTF8.GetBytes(content));

    private static ReaderCase NuImages(string table)
    {
        using var tree = Make();
        return new ReaderCase($"nuimages {table}", NuImagesFormat.Format, Make, $"v1.0-train/{table}.json", System.IO.File.ReadAllBytes(tree[$"v1.0-train/{table}.json"]));

        static DatasetTree Make() => NuImagesTree.With(NuImagesTree.Annotation("a1", 10, "f1", "[5, 6, 20, 30]"));
    }

    private static byte[] Frame() => TfRecords.Frame(7, [1, 2, 3], (1, 100, 50, 20, 10), (4, 10, 10, 4, 6));

    private static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("v/a.jpg").Open();
            entry.Write(new byte[200]);
        }

        return bytes.ToArray();
    }
}
