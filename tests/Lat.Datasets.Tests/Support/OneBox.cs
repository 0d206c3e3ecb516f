using System.Globalization;
using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>A dataset of one image and one box of each format, the box as the test says and the file in its format's own convention.</summary>
/// <param name="Format">The format.</param>
/// <param name="Size">The image.</param>
/// <param name="Make">Makes it from x1, y1, x2, y2 in pixels of the image, exclusive maximum.</param>
internal sealed record OneBox(DatasetFormat Format, ImageSize Size, Func<double, double, double, double, DatasetTree> Make)
{
    private static readonly ImageSize Small = new(100, 50);
    private static readonly byte[] Waymo = Png(1920, 1280);
    private static readonly byte[] NuImages = Png(1600, 900);
    private static readonly byte[] Cityscapes = Png(2048, 1024);

    /// <summary>Whether a box may lack an area or end before it begins; the extent of a polygon's pixels cannot.</summary>
    public bool CanBeNone { get; init; } = true;

    public static IReadOnlyList<OneBox> All { get; } =
    [
        new(AcdcFormat.Format, Small, (x1, y1, x2, y2) => new DatasetTree()
            .WriteImage("rgb_anon/fog/train/S/S_frame_1_rgb_anon.png", 100, 50)
            .Write("gt_detection/fog/instancesonly_fog_train_gt_detection.json", $$"""
                {"images": [{"id": 1, "file_name": "fog/train/S/S_frame_1_rgb_anon.png", "width": 100, "height": 50}], "categories": [{"id": 26, "name": "car"}],
                 "annotations": [{"id": 1, "image_id": 1, "category_id": 26, "bbox": [{{Text(x1, y1, x2 - x1, y2 - y1)}}], "iscrowd": 0}]}
                """)),
        new(Bdd100kFormat.Format, Small, (x1, y1, x2, y2) => new DatasetTree()
            .WriteImage("images/100k/train/a.jpg", 100, 50).Write("labels/det_20/det_train.json", Scalabel(x1, y1, x2, y2))),
        new(CityscapesFormat.Format, new ImageSize(2048, 1024), (x1, y1, x2, y2) =>
            CityscapesTree.With(CityscapesTree.Object("car", (int)x1, (int)y1, (int)x2 - 1, (int)y2 - 1)).Write(CityscapesTree.ImageName, Cityscapes)) { CanBeNone = false },
        new(CocoFormat.Format, Small, (x1, y1, x2, y2) => new DatasetTree().WriteImage("images/a.png", 100, 50).Write("annotations/train.json", $$"""
            {"images": [{"id": 1, "file_name": "a.png", "width": 100, "height": 50}], "categories": [{"id": 1, "name": "car"}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [{{Text(x1, y1, x2 - x1, y2 - y1)}}]}]}
            """)),
        new(NuImagesFormat.Format, new ImageSize(1600, 900), (x1, y1, x2, y2) => NuImagesTree
            .With(NuImagesTree.Annotation("a1", 0, "f1", $"[{Text(x1, y1, x2, y2)}]")).Write(NuImagesTree.Front, NuImages).Write("samples/CAM_BACK/b.jpg", NuImages)),
        new(PascalVocFormat.Format, Small, (x1, y1, x2, y2) => new DatasetTree().WriteImage("JPEGImages/1.png", 100, 50).Write("Annotations/1.xml", $"""
            <annotation><filename>1.png</filename><size><width>100</width><height>50</height></size><object><name>car</name>
            <bndbox><xmin>{Text(x1 + 1)}</xmin><ymin>{Text(y1 + 1)}</ymin><xmax>{Text(x2)}</xmax><ymax>{Text(y2)}</ymax></bndbox></object></annotation>
            """)),
        new(ShiftFormat.Format, Small, (x1, y1, x2, y2) => new DatasetTree().WriteImage("img/v/a.jpg", 100, 50).Write("det_2d.json", Scalabel(x1, y1, x2, y2))),
        new(SynscapesFormat.Format, Small, (x1, y1, x2, y2) => new DatasetTree().WriteImage("img/rgb/1.png", 100, 50).Write("meta/1.json", $$$"""
            {"instance": {"class": {"26": 26}, "bbox2d": {"26": {"xmin": {{{Text(x1 / 100)}}}, "xmax": {{{Text(x2 / 100)}}}, "ymin": {{{Text(y1 / 50)}}}, "ymax": {{{Text(y2 / 50)}}} } } } }
            """)),
        new(WaymoFormat.Format, new ImageSize(1920, 1280), (x1, y1, x2, y2) => new DatasetTree()
            .Write("a.tfrecord", TfRecords.Of(TfRecords.Frame(7, Waymo, (1, (x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1))))),
        new(WaymoFormat.Format, new ImageSize(1920, 1280), (x1, y1, x2, y2) => new DatasetTree()
            .Write("camera_image/a.parquet", WaymoTables.Images((7, 1, Waymo)))
            .Write("camera_box/a.parquet", WaymoTables.Boxes((7, 1, 1, [(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1])))),
        new(YoloFormat.Format, Small, (x1, y1, x2, y2) => new DatasetTree().WriteImage("images/train/1.png", 100, 50)
            .Write("data.yaml", "train: images/train\nnames: [car]\n")
            .Write("labels/train/1.txt", string.Join(' ', new[] { 0, (x1 + x2) / 200, (y1 + y2) / 100, (x2 - x1) / 100, (y2 - y1) / 50 }.Select(value => Text(value))))),
    ];

    private static byte[] Png(int width, int height) => PngBytes.Encode(new RgbImage(new ImageSize(width, height)));

    private static string Scalabel(double x1, double y1, double x2, double y2) => $$$"""
        [{"name": "a.jpg", "videoName": "v", "size": {"width": 100, "height": 50}, "labels": [{"id": "1", "category": "car",
          "box2d": {"x1": {{{Text(x1)}}}, "y1": {{{Text(y1)}}}, "x2": {{{Text(x2 - 1)}}}, "y2": {{{Text(y2 - 1)}}}}}]}]
        """;

    private static string Text(params double[] values) => string.Join(", ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
}
