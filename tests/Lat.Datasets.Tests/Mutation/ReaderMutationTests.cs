using System.IO.Compression;
using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Whatever happens to the bytes of a label file, its reader reads it or refuses it; it never crashes.</summary>
public sealed class ReaderMutationTests
{
    private const int Rounds = 600;

    private const string Scalabel = """
        {"frames": [{"name": "a.jpg", "videoName": "v", "frameIndex": 3, "size": {"width": 8, "height": 4}, "labels": [
          {"id": "1", "category": "car", "attributes": {"crowd": false}, "box2d": {"x1": 1, "y1": 0.5, "x2": 5.25, "y2": 3}}]}],
         "config": {"imageSize": {"width": 1280, "height": 800}}}
        """;

    [Fact]
    public void Bdd100kSurvives() => Survives(Bdd100kFormat.Format, new DatasetTree().WriteImage("images/100k/val/a.jpg"), "labels/det_20/det_val.json", Scalabel);

    [Fact]
    public void ShiftSurvives() => Survives(ShiftFormat.Format, new DatasetTree().WriteImage("img/v/a.jpg"), "det_2d.json", Scalabel);

    [Fact]
    public void ShiftsArchiveSurvives()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("v/a.jpg").Open();
            entry.Write(new byte[200]);
        }

        Survives(ShiftFormat.Format, new DatasetTree().Write("det_2d.json", Scalabel), "img.zip", bytes.ToArray());
    }

    [Fact]
    public void AcdcSurvives() => Survives(
        AcdcFormat.Format,
        new DatasetTree().WriteImage("rgb_anon/fog/train/S/S_frame_1_rgb_anon.png"),
        "gt_detection/fog/instancesonly_fog_train_gt_detection.json",
        """
        {"images": [{"id": 1, "file_name": "fog/train/S/S_frame_1_rgb_anon.png", "width": 8, "height": 4}], "categories": [{"id": 26, "name": "car"}],
         "annotations": [{"id": 1, "image_id": 1, "category_id": 26, "bbox": [1, 2, 3, 1.5], "iscrowd": 0}]}
        """);

    [Fact]
    public void SynscapesSurvives() => Survives(
        SynscapesFormat.Format,
        new DatasetTree().WriteImage("img/rgb/1.png"),
        "meta/1.json",
        """
        {"instance": {"bbox2d": {"2600001": {"xmin": 0.25, "xmax": 0.5, "ymin": 0.1, "ymax": 0.75}}, "class": {"2600001": 26}, "occluded": {"2600001": 0.5}}}
        """);

    [Fact]
    public void PascalVocSurvives() => Survives(
        PascalVocFormat.Format,
        new DatasetTree().WriteImage("JPEGImages/1.png"),
        "Annotations/1.xml",
        """
        <annotation><filename>1.png</filename><size><width>8</width><height>4</height></size><object><name>car</name><difficult>1</difficult>
        <bndbox><xmin>1</xmin><ymin>2</ymin><xmax>7.5</xmax><ymax>3</ymax></bndbox><lat confidence="0.5" origin="transferred" source="3"/></object></annotation>
        """);

    [Fact]
    public void YolosDescriptionSurvives() => Survives(
        YoloFormat.Format,
        new DatasetTree().WriteImage("images/train/1.png").Write("labels/train/1.txt", "0 0.5 0.5 0.5 0.5"),
        "data.yaml",
        "path: .\ntrain: images/train # here\nval:\n  - images/train\nnc: 2\nnames:\n  0: \"car\"\n  1: 'bus'\n");

    [Fact]
    public void YolosLabelsSurvive() => Survives(
        YoloFormat.Format,
        new DatasetTree().WriteImage("images/train/1.png").Write("data.yaml", "train: images/train\nnames: [car, bus]\n"),
        "labels/train/1.txt",
        "0 0.5 0.5 0.5 0.5\n1 0.25 0.25 0.1 0.1 0.9\n1 0.1 0.1 0.2 0.2 0.3 0.1\n");

    [Fact]
    public void YolosProvenanceSurvives() => Survives(
        YoloFormat.Format,
        new DatasetTree().WriteImage("images/train/1.png").Write("data.yaml", "train: images/train\nnames: [car]\n").Write("labels/train/1.txt", "0 0.5 0.5 0.5 0.5"),
        "provenance/train.json",
        """{"images": [{"image": "1.png", "width": 8, "height": 4, "labels": [{"corners": [2, 1, 6, 3], "score": 0.5, "origin": "transferred", "area": 4}]}]}""");

    private static void Survives(DatasetFormat format, DatasetTree tree, string file, string content) =>
        Survives(format, tree, file, System.Text.Encoding.UTF8.GetBytes(content));

    private static void Survives(DatasetFormat format, DatasetTree tree, string file, byte[] content)
    {
        using (tree)
        {
            Assert.NotEmpty(tree.Write(file, content).Read(format).Images);
            var mutation = new Mutation(7);
            var refused = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var damaged = mutation.Apply(content);
                tree.Write(file, damaged);
                try
                {
                    var read = tree.Read(format, new ReadOptions { MissingImages = MissingImagePolicy.LabelsOnly });
                    Assert.NotEmpty(read.Images);
                    _ = read.Images.Select(image => TryRead(image.Source)).Count(bytes => bytes is not null);
                }
                catch (LatException)
                {
                    refused++;
                }
                catch (Exception exception)
                {
                    Assert.Fail($"Round {round} of {file}: {exception}\n{Convert.ToBase64String(damaged)}");
                }
            }

            Assert.InRange(refused, 1, Rounds - 1);
        }
    }

    private static byte[]? TryRead(ImageSource? source)
    {
        try
        {
            return source?.ReadBytes();
        }
        catch (LatException)
        {
            return null;
        }
    }
}
