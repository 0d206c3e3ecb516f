namespace Lat.Datasets.Tests;

/// <summary>Duplicate ids, unknown classes, and labels without an image, in the files of every format.</summary>
internal static class BadRecords
{
    private const string Twice = "duplicate id";
    private const string Unknown = "unknown class";
    private const string NoImage = "labels without an image";
    private const string SkipClass = "leave such labels out: unknown classes `skip`";
    private const string SkipImage = "read without them: missing images `skip` or `labels-only`";
    private const string Acdc = "gt_detection/fog/instancesonly_fog_train_gt_detection.json";
    private const string AcdcImage = "fog/train/S/S_frame_1_rgb_anon.png";
    private const string Bdd = "labels/det_20/det_train.json";
    private const string CocoFile = "annotations/train.json";
    private const string NuImagesTable = "v1.0-train/object_ann.json";
    private const string CarBox = """{"xmin": 0, "xmax": 1, "ymin": 0, "ymax": 1}""";

    public static IReadOnlyList<BadRecord> All { get; } =
    [
        new(AcdcFormat.Format, Twice, () => AcdcTree(Image(1, AcdcImage) + ", " + Image(1, AcdcImage.Replace('1', '2')), ""), Acdc, "images[1].id: is 1, which another image has, too", "download it again"),
        new(AcdcFormat.Format, Unknown, () => AcdcTree(Image(1, AcdcImage), Label(1, 1, 9), ", {\"id\": 9, \"name\": \"ship\"}"), Acdc, "annotations[0].category_id: the class 'ship' is none of acdc's", SkipClass),
        new(AcdcFormat.Format, NoImage, () => AcdcTree(Image(1, AcdcImage), Label(1, 5, 26)), Acdc, "annotations[0].image_id: is 5, but there is no image with that id", "download it again"),
        new(AcdcFormat.Format, "missing image file", () => AcdcTree(Image(1, AcdcImage.Replace('1', '3')), ""), Acdc, "images[0]: the image '", SkipImage),
        new(Bdd100kFormat.Format, Twice, () => BddTree(Frame("a.jpg", "car") + ", " + Frame("a.jpg", "car")), Bdd, "frames[1]: the image 'a.jpg' stands twice", "Remove one of the two records"),
        new(Bdd100kFormat.Format, Unknown, () => BddTree(Frame("a.jpg", "ship")), Bdd, "frames[0].labels[0].category: the class 'ship' is none of bdd100k's", SkipClass),
        new(Bdd100kFormat.Format, NoImage, () => BddTree(Frame("b.jpg", "car")), Bdd, "frames[0]: the image '", SkipImage),
        new(CityscapesFormat.Format, Unknown, () => CityscapesTree.With(CityscapesTree.Object("ship", 1, 2, 3, 4)), CityscapesTree.PolygonsName, "objects[0]: the class 'ship' is none of cityscapes's", SkipClass),
        new(CityscapesFormat.Format, NoImage, () => new DatasetTree().Write(CityscapesTree.PolygonsName, CityscapesTree.Polygons()), CityscapesTree.PolygonsName, "the image '", SkipImage),
        new(CocoFormat.Format, Twice, () => Coco(Image(1, "a.png") + ", " + Image(1, "b.png"), ""), CocoFile, "images[1]: 'id' is 1, which another image has, too", "Give each image an id of its own"),
        new(CocoFormat.Format, "duplicate name", () => Coco(Image(1, "a.png") + ", " + Image(2, "a.png"), ""), CocoFile, "images[1]: the image 'a.png' stands twice", "Remove one of the two records"),
        new(CocoFormat.Format, "duplicate annotation", () => Coco(Image(1, "a.png"), Label(7, 1, 26) + ", " + Label(7, 1, 26)), CocoFile, "annotations[1]: 'id' is 7, which another annotation has, too", "Give each annotation an id of its own"),
        new(CocoFormat.Format, Unknown, () => Coco(Image(1, "a.png"), Label(1, 1, 9)), CocoFile, "annotations[0]: the class 'category_id 9' is none of coco's", SkipClass),
        new(CocoFormat.Format, NoImage, () => Coco(Image(1, "a.png"), Label(1, 5, 26)), CocoFile, "annotations[0]: 'image_id' is 5, but there is no image with that id", "Remove the annotation, or add the image"),
        new(CocoFormat.Format, "missing image file", () => Coco(Image(1, "c.png"), ""), CocoFile, "images[0]: the image '", SkipImage),
        new(NuImagesFormat.Format, Twice, () => NuImagesTree.With(NuImagesTree.Annotation("a1", 0, "f1", "[1, 2, 3, 4]"), NuImagesTree.Annotation("a1", 0, "f1", "[1, 2, 3, 4]")), NuImagesTable, "object_ann[1]: 'token' is 'a1', which another record has, too", "Download the metadata again"),
        new(NuImagesFormat.Format, Unknown, () => NuImagesTree.With(NuImagesTree.Annotation("a1", 92, "f1", "[1, 2, 3, 4]")), NuImagesTable, "object_ann[0]: the class 'vehicle.hovercraft' is none of nuimages's", SkipClass),
        new(NuImagesFormat.Format, NoImage, () => NuImagesTree.With(NuImagesTree.Annotation("a1", 0, "f9", "[1, 2, 3, 4]")), NuImagesTable, "object_ann[0]: 'sample_data_token' is 'f9', but no key frame has that token", "Download the metadata again"),
        new(PascalVocFormat.Format, Twice, () => Voc("1.png", "car").Write("Annotations/2.xml", VocText("1.png", "car")), "Annotations/2.xml", "the image '1.png' stands twice", "Remove one of the two records"),
        new(PascalVocFormat.Format, Unknown, () => Voc("1.png", "ship").Write("labels.txt", "car\n"), "Annotations/1.xml", "object[0].name: the class 'ship' is none of voc's", SkipClass),
        new(PascalVocFormat.Format, NoImage, () => new DatasetTree().Write("Annotations/1.xml", VocText("1.png", "car")), "Annotations/1.xml", "the image '", SkipImage),
        new(ShiftFormat.Format, Twice, () => Shift(Frame("a.jpg", "car") + ", " + Frame("a.jpg", "car")), "det_2d.json", "frames[1]: the image 'v/a.jpg' stands twice", "Remove one of the two records"),
        new(ShiftFormat.Format, Unknown, () => Shift(Frame("a.jpg", "ship")), "det_2d.json", "frames[0].labels[0].category: the class 'ship' is none of shift's", SkipClass),
        new(ShiftFormat.Format, NoImage, () => Shift(Frame("b.jpg", "car")), "det_2d.json", "frames[0]: the image '", SkipImage),
        new(SynscapesFormat.Format, Twice, () => Synscapes("\"5\": 26", $"\"5\": {CarBox}, \"5\": {CarBox}"), "meta/1.json", "instance.bbox2d.5: stands twice", "Download the file again"),
        new(SynscapesFormat.Format, "duplicate class", () => Synscapes("\"5\": 26, \"5\": 24", $"\"5\": {CarBox}"), "meta/1.json", "instance.class.5: stands twice", "Download the file again"),
        new(SynscapesFormat.Format, Unknown, () => Synscapes("\"5\": 99", $"\"5\": {CarBox}"), "meta/1.json", "instance.bbox2d.5: the class '99' is none of synscapes's", SkipClass),
        new(SynscapesFormat.Format, NoImage, () => Synscapes("", "").Write("meta/2.json", """{"instance": {"class": {}, "bbox2d": {}}}"""), "meta/2.json", "the image '", SkipImage),
        new(WaymoFormat.Format, Twice, () => Waymo(TfRecords.Frame(7, [1], (1, 9, 9, 4, 4)), TfRecords.Frame(7, [1], (1, 9, 9, 4, 4))), "a.tfrecord", "record[1].camera 1: the image 'segment/0000000000000007_FRONT.jpg' stands twice", "Remove one of the two records"),
        new(WaymoFormat.Format, Unknown, () => Waymo(TfRecords.Frame(7, [1], (9, 9, 9, 4, 4))), "a.tfrecord", "record[0].camera 1.labels[0]: the class 'type 9' is none of waymo's", SkipClass),
        new(WaymoFormat.Format, NoImage, () => Waymo(TfRecords.Frame(7, null, (1, 9, 9, 4, 4))), "a.tfrecord", "record[0].camera 1: the image 'segment/0000000000000007_FRONT.jpg' is missing", SkipImage),
        new(WaymoFormat.Format, "duplicate row", Tables, "camera_image/a.parquet", "row group 0, row[1]: the image 'segment/0000000000000007_FRONT.jpg' stands twice", "Remove one of the two records"),
        new(YoloFormat.Format, Twice, () => Yolo("0").WriteImage("images/val/a.png").Write("data.yaml", "train: images/train\nval: images/val\nnames: [car]\n"), "images/val/a.png", "the image 'a.png' stands twice", "the second copy of the file"),
        new(YoloFormat.Format, Unknown, () => Yolo("4"), "labels/train/a.txt", "line[1]: is of class 4; data.yaml names 1, from 0", "Correct the class, or data.yaml, or leave such labels out: unknown classes `skip`"),
        new(YoloFormat.Format, NoImage, () => Yolo("0").Write("labels/train/f/b.txt", "0 0.5 0.5 1 1"), "labels/train/f/b.txt", "the image '", SkipImage),
    ];

    private static string Image(int id, string name) => $$"""{"id": {{id}}, "file_name": "{{name}}", "width": 8, "height": 4}""";

    private static string Label(int id, int image, int category) => $$"""{"id": {{id}}, "image_id": {{image}}, "category_id": {{category}}, "bbox": [1, 1, 2, 2], "iscrowd": 0}""";

    private static string Frame(string name, string category) =>
        $$$"""{"name": "{{{name}}}", "videoName": "v", "size": {"width": 8, "height": 4}, "labels": [{"id": "1", "category": "{{{category}}}", "box2d": {"x1": 1, "y1": 1, "x2": 2, "y2": 2}}]}""";

    private static string Lists(string images, string annotations, string categories) =>
        $$"""{"images": [{{images}}], "categories": [{"id": 26, "name": "car"}{{categories}}], "annotations": [{{annotations}}]}""";

    private static DatasetTree AcdcTree(string images, string annotations, string categories = "") => new DatasetTree()
        .WriteImage($"rgb_anon/{AcdcImage}").WriteImage($"rgb_anon/{AcdcImage.Replace('1', '2')}").Write(Acdc, Lists(images, annotations, categories));

    private static DatasetTree BddTree(string frames) => new DatasetTree().WriteImage("images/100k/train/a.jpg").Write(Bdd, $"[{frames}]");

    private static DatasetTree Coco(string images, string annotations) =>
        new DatasetTree().WriteImage("images/a.png").WriteImage("images/b.png").Write(CocoFile, Lists(images, annotations, ""));

    private static DatasetTree Shift(string frames) => new DatasetTree().WriteImage("img/v/a.jpg").Write("det_2d.json", $"[{frames}]");

    private static DatasetTree Synscapes(string classes, string boxes) => new DatasetTree().WriteImage("img/rgb/1.png")
        .Write("meta/1.json", $$"""{"instance": {"class": { {{classes}} }, "bbox2d": { {{boxes}} } } }""");

    private static DatasetTree Voc(string name, string category) => new DatasetTree().WriteImage("JPEGImages/1.png").Write("Annotations/1.xml", VocText(name, category));

    private static string VocText(string name, string category) =>
        $"<annotation><filename>{name}</filename><size><width>8</width><height>4</height></size><object><name>{category}</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object></annotation>";

    private static DatasetTree Waymo(params byte[][] frames) => new DatasetTree().Write("a.tfrecord", TfRecords.Of(frames));

    private static DatasetTree Tables()
    {
        var image = PngBytes.Encode(new Core.RgbImage(new Core.ImageSize(8, 4)));
        return new DatasetTree().Write("camera_image/a.parquet", WaymoTables.Images((7, 1, image), (7, 1, image))).Write("camera_box/a.parquet", WaymoTables.Boxes((7, 1, 1, [1, 1, 2, 2])));
    }

    private static DatasetTree Yolo(string category) => new DatasetTree().WriteImage("images/train/a.png")
        .Write("data.yaml", "train: images/train\nnames: [car]\n").Write("labels/train/a.txt", $"{category} 0.5 0.5 1 1");
}
