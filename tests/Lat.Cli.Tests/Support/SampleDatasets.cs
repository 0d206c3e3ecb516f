using System.Globalization;
using System.IO.Compression;
using System.Text;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Cli.Tests;

/// <summary>
/// The same scene in each of the eleven formats: a vehicle and a person on the first image, a machine on two wheels on the second. Each file
/// has its format's own convention; sides of 128 and 64 pixels make all fractions exact.
/// </summary>
internal static class SampleDatasets
{
    private const string Streets = "mid:2";
    private static readonly ImageSize Size = new(128, 64);
    private static readonly Box Vehicle = new(8, 16, 48, 56);
    private static readonly Box Person = new(64, 24, 96, 60);
    private static readonly Box Wheels = new(16, 20, 40, 44);
    private static readonly byte[] Jpeg = ImageCodec.EncodeJpeg(Gray(), 90);
    private static readonly byte[] Png = ImageCodec.EncodePng(Gray());
    private static readonly string[] Plain = ["car", "person", "bicycle"];

    public static IReadOnlyList<SampleDataset> All { get; } =
    [
        Sample("acdc", "ACDC", ["fog/train/S/S_frame_1_rgb_anon.png", "fog/train/S/S_frame_2_rgb_anon.png"], Plain,
            "gt_detection/fog/instancesonly_fog_train_gt_detection.json",
            names => Text(Coco(names, 26, 24, 33)), Png, name => $"rgb_anon/{name}"),
        Sample("bdd100k", "BDD100K", ["a.jpg", "b.jpg"], ["car", "pedestrian", "bicycle"], "labels/det_20/det_train.json",
            names => Text(Scalabel(names, "")), Jpeg, name => $"images/100k/train/{name}"),
        Cityscapes(),
        Sample("coco", "COCO JSON", ["000000000009.jpg", "000000000025.jpg"], Plain, "annotations/instances_train2017.json",
            names => Text(Coco(names, 3, 1, 2)), Jpeg, name => $"train2017/{name}"),
        NuImages(),
        Shift(),
        Sample("synscapes", "Synscapes", ["1.png", "2.png"], Plain, "meta/1.json",
            _ => Text(Meta((26, Vehicle), (24, Person))), Png, name => $"img/rgb/{name}", ("meta/2.json", Text(Meta((33, Wheels))))),
        Sample("voc", "Pascal VOC", ["000005.jpg", "000007.jpg"], Plain, "Annotations/000005.xml",
            names => Text(Voc(names[0], ("car", Vehicle), ("person", Person))), Jpeg, name => $"JPEGImages/{name}",
            ("Annotations/000007.xml", Text(Voc("000007.jpg", ("bicycle", Wheels)))), ("ImageSets/Main/train.txt", Text("000005\n000007\n"))),
        Sample("waymo", "Waymo Open", ["segment/0000000000000007_FRONT.jpg", "segment/0000000000000008_FRONT.jpg"], ["vehicle", "pedestrian", "cyclist"],
            "training/segment-1.tfrecord",
            _ => SampleRecords.File(SampleRecords.Frame(7, Size, Jpeg, (1, Vehicle), (2, Person)), SampleRecords.Frame(8, Size, Jpeg, (4, Wheels))), Jpeg, null),
        Sample("yolo", "YOLO", ["a.jpg", "b.jpg"], Plain, "labels/train/a.txt",
            _ => Text($"{Yolo(0, Vehicle)}\n{Yolo(1, Person)}"), Jpeg, name => $"images/train/{name}",
            ("labels/train/b.txt", Text(Yolo(2, Wheels))), ("data.yaml", Text("path: .\ntrain: images/train\nnames:\n  0: car\n  1: person\n  2: bicycle\n"))),
        new("streets", "Streets", StreetsFormat.Format.Read(Streets, new ReadOptions()).Annotations.Images[0].Size, Generated(), null, _ => Streets),
    ];

    public static TheoryData<string> Names => [.. All.Select(one => one.Format)];

    public static TheoryData<string> OnDisk => [.. All.Where(one => one.LabelFile is not null).Select(one => one.Format)];

    public static SampleDataset Of(string format) => All.Single(one => one.Format == format);

    /// <summary>A dataset of one label file, two images, and other files.</summary>
    private static SampleDataset Sample(
        string format, string title, string[] images, string[] classes, string labelFile, Func<string[], byte[]> labels, byte[] pixels,
        Func<string, string>? pathOfImage, params (string Path, byte[] Content)[] others) =>
        new(format, title, Size, [new(images[0], classes[0], Vehicle), new(images[0], classes[1], Person), new(images[1], classes[2], Wheels)], labelFile, root =>
        {
            (string Path, byte[] Content)[] files = [.. others, (labelFile, labels(images)), .. pathOfImage is null ? [] : images.Select(name => (pathOfImage(name), pixels))];
            foreach (var (path, content) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(root, path))!);
                File.WriteAllBytes(Path.Join(root, path), content);
            }

            return root;
        });

    private static SampleDataset Cityscapes()
    {
        const string frame = "train/aachen/aachen_000000_";
        return Sample("cityscapes", "Cityscapes", [$"leftImg8bit/{frame}000019_leftImg8bit.png", $"leftImg8bit/{frame}000020_leftImg8bit.png"], Plain,
            $"gtFine/{frame}000019_gtFine_polygons.json", _ => Text(Polygons(("road", new Box(0, 0, 128, 64)), ("car", Vehicle), ("person", Person))), Png, name => name,
            ($"gtFine/{frame}000020_gtFine_polygons.json", Text(Polygons(("bicycle", Wheels)))));
    }

    private static SampleDataset NuImages() => Sample(
        "nuimages", "nuImages", ["samples/CAM_FRONT/a.jpg", "samples/CAM_FRONT/b.jpg"], ["vehicle.car", "human.pedestrian.adult", "vehicle.bicycle"],
        "v1.0-train/object_ann.json",
        _ => Text($"[{NuImage("a1", "c1", "f1", Vehicle)}, {NuImage("a2", "c2", "f1", Person)}, {NuImage("a3", "c3", "f2", Wheels)}]"), Jpeg, name => name,
        ("v1.0-train/category.json", Text("""[{"token": "c1", "name": "vehicle.car"}, {"token": "c2", "name": "human.pedestrian.adult"}, {"token": "c3", "name": "vehicle.bicycle"}]""")),
        ("v1.0-train/sensor.json", Text("""[{"token": "s1", "channel": "CAM_FRONT", "modality": "camera"}]""")),
        ("v1.0-train/calibrated_sensor.json", Text("""[{"token": "k1", "sensor_token": "s1"}]""")),
        ("v1.0-train/sample.json", Text("""[{"token": "m1", "timestamp": 5, "log_token": "l1", "key_camera_token": "f1"}, {"token": "m2", "timestamp": 6, "log_token": "l1", "key_camera_token": "f2"}]""")),
        ("v1.0-train/sample_data.json", Text($"[{KeyFrame(1, "a")}, {KeyFrame(2, "b")}]")));

    private static SampleDataset Shift() => Sample(
        "shift", "SHIFT", ["v/00000000_img_front.jpg", "v/00000010_img_front.jpg"], ["car", "pedestrian", "bicycle"], "discrete/images/train/front/det_2d.json",
        names => Text($$"""{"frames": {{Scalabel([.. names.Select(name => name[2..])], "\"videoName\": \"v\", ")}}}"""), Jpeg, null,
        ("discrete/images/train/front/img.zip", Zip("v/00000000_img_front.jpg", "v/00000010_img_front.jpg")));

    private static IReadOnlyList<SampleLabel> Generated() =>
        [.. from set in new[] { StreetsFormat.Format.Read(Streets, new ReadOptions()).Annotations }
            from image in set.Images
            from label in image.Annotations
            select new SampleLabel(image.FileName, set.LabelSpace[label.ClassIndex].Value, label.Box)];

    private static string Coco(string[] names, int vehicle, int person, int wheels) => $$"""
        {"images": [{"id": 9, "file_name": "{{names[0]}}", "width": 128, "height": 64}, {"id": 25, "file_name": "{{names[1]}}", "width": 128, "height": 64}],
         "annotations": [{"id": 1, "image_id": 9, "category_id": {{vehicle}}, "iscrowd": 0, "bbox": [8, 16, 40, 40]},
                         {"id": 2, "image_id": 9, "category_id": {{person}}, "iscrowd": 0, "bbox": [64, 24, 32, 36]},
                         {"id": 3, "image_id": 25, "category_id": {{wheels}}, "iscrowd": 0, "bbox": [16, 20, 24, 24]}],
         "categories": [{"id": {{vehicle}}, "name": "car"}, {"id": {{person}}, "name": "person"}, {"id": {{wheels}}, "name": "bicycle"}]}
        """;

    private static string Scalabel(string[] names, string more) => $$$"""
        [{"name": "{{{names[0]}}}", {{{more}}}"size": {"width": 128, "height": 64}, "labels": [
           {"id": "1", "category": "car", "box2d": {"x1": 8, "y1": 16, "x2": 47, "y2": 55}}, {"id": "2", "category": "pedestrian", "box2d": {"x1": 64, "y1": 24, "x2": 95, "y2": 59}}]},
         {"name": "{{{names[1]}}}", {{{more}}}"size": {"width": 128, "height": 64}, "labels": [{"id": "3", "category": "bicycle", "box2d": {"x1": 16, "y1": 20, "x2": 39, "y2": 43}}]}]
        """;

    private static string Polygons(params (string Label, Box Box)[] objects)
    {
        var polygons = objects.Select(one => (one.Label, one.Box.X1, one.Box.Y1, X2: one.Box.X2 - 1, Y2: one.Box.Y2 - 1)).Select(one => Invariant(
            $$"""{"label": "{{one.Label}}", "polygon": [[{{one.X1}}, {{one.Y1}}], [{{one.X2}}, {{one.Y1}}], [{{one.X2}}, {{one.Y2}}], [{{one.X1}}, {{one.Y2}}]]}"""));
        return $$"""{"imgHeight": 64, "imgWidth": 128, "objects": [{{string.Join(", ", polygons)}}]}""";
    }

    private static string NuImage(string token, string category, string frame, Box box) => Invariant(
        $$"""{"token": "{{token}}", "category_token": "{{category}}", "bbox": [{{box.X1}}, {{box.Y1}}, {{box.X2}}, {{box.Y2}}], "mask": null, "attribute_tokens": [], "sample_data_token": "{{frame}}"}""");

    private static string KeyFrame(int number, string name) => Invariant(
        $$"""{"token": "f{{number}}", "sample_token": "m{{number}}", "ego_pose_token": "e", "calibrated_sensor_token": "k1", "filename": "samples/CAM_FRONT/{{name}}.jpg", "fileformat": "jpg", "width": 128, "height": 64, "timestamp": {{number}}, "is_key_frame": true, "prev": "", "next": ""}""");

    private static string Meta(params (int Class, Box Box)[] instances)
    {
        var classes = instances.Select(one => $"\"{one.Class}00001\": {one.Class}");
        var boxes = instances.Select(one => Invariant(
            $$"""  "{{one.Class}}00001": {"xmin": {{one.Box.X1 / 128}}, "xmax": {{one.Box.X2 / 128}}, "ymin": {{one.Box.Y1 / 64}}, "ymax": {{one.Box.Y2 / 64}} }"""));
        return $$"""{"instance": {"class": { {{string.Join(", ", classes)}} }, "occluded": {}, "truncated": {}, "bbox2d": { {{string.Join(", ", boxes)}} } } }""";
    }

    private static string Voc(string name, params (string Class, Box Box)[] objects) => $"""
        <annotation><folder>VOC2007</folder><filename>{name}</filename><size><width>128</width><height>64</height><depth>3</depth></size>{string.Concat(objects.Select(one => Invariant(
            $"<object><name>{one.Class}</name><difficult>0</difficult><bndbox><xmin>{one.Box.X1 + 1}</xmin><ymin>{one.Box.Y1 + 1}</ymin><xmax>{one.Box.X2}</xmax><ymax>{one.Box.Y2}</ymax></bndbox></object>")))}</annotation>
        """;

    private static string Yolo(int index, Box box) => Invariant($"{index} {box.CenterX / 128} {box.CenterY / 64} {box.Width / 128} {box.Height / 64}");

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Jpeg);
            }
        }

        return bytes.ToArray();
    }

    private static RgbImage Gray()
    {
        var image = new RgbImage(Size);
        image.Pixels.AsSpan().Fill(90);
        return image;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
