using Lat.Core;
using Lat.Datasets;
using Lat.Experiments;

namespace Lat.Pipeline.Tests;

public sealed class CorrectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-corrections-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WithoutCorrectionsThereIsNoStageOfThem() =>
        Assert.DoesNotContain(Some.Graph().Nodes.Nodes, node => node.Name.StartsWith("corrected/", StringComparison.Ordinal));

    [Fact]
    public void CorrectionsReachTheirRowAloneAndChangeNoOtherKey()
    {
        var (before, after) = (Some.Graph(), Some.Graph("corrections=[{source: fine, target: mid, file: fine.json}]"));
        Assert.Equal(["downstream/lat/mid/seed-1"], Some.ChangedThemselves(before, after));
        Assert.Equal(
            ["corrected/lat/fine-to-mid/seed-1"], after.Nodes.Nodes.Select(node => node.Name).Except(before.Nodes.Nodes.Select(node => node.Name)));
        Assert.Equal("transfer/lat/fine-to-mid/seed-1", Assert.Single(after.Nodes["corrected/lat/fine-to-mid/seed-1"].Inputs).Node);
    }

    [Fact]
    public void TheFileCountsByItsContentNotByItsPlace()
    {
        var (here, there) = (Path.Combine(_folder, "a.json"), Path.Combine(_folder, "b.json"));
        File.WriteAllText(here, "one");
        File.WriteAllText(there, "one");
        Assert.Equal(Hash(here), Hash(there));
        File.WriteAllText(there, "another");
        Assert.NotEqual(Hash(here), Hash(there));
        Assert.Contains("are missing", Assert.Throws<LatException>(() => Hash(Path.Combine(_folder, "none.json"))).Message, StringComparison.Ordinal);

        static ContentHash Hash(string file)
        {
            var input = Assert.Single(new CorrectionStage("c", "labels", [file]).ToNode(Some.Numerics).ExternalInputs);
            return input.Hash(input.Path);
        }
    }

    [Fact]
    public void EveryMistakeInTheSectionIsNamed()
    {
        var fault = Assert.ThrowsAny<LatException>(() => Some.Experiment(
            "corrections=[{source: mid, target: mid, file: a.json}, {source: nowhere, target: fine, file: ' '}, {source: fine, target: mid, file: a.json, methods: [baseline]}]"));
        Assert.Contains("is 'mid'; expected a dataset other than the target: coarse, fine", fault.Message, StringComparison.Ordinal);
        Assert.Contains("is 'fine'; expected one of the targets: mid", fault.Message, StringComparison.Ordinal);
        Assert.Contains("is empty; expected the file that `lat review import` wrote", fault.Message, StringComparison.Ordinal);
        Assert.Contains("names 'baseline'; expected methods that write labels: pseudo-label, lat", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AReviewedImageHasTheLabelsThatItWasLeftWithAndTheOthersStay()
    {
        var labels = Set(new LabelSpace("car", "bus"), ("1.png", [Label(0, 0, 0.4), Label(50, 1, 0.9)]), ("2.png", [Label(0, 0, 0.7)]));

        // The tool orders its classes otherwise, and knows one that no box has.
        Run(labels, Set(new LabelSpace("bus", "tram", "car"), ("1.png", [Label(90, 0, 1)])), out var result);
        var corrected = Assert.Single(result.Images[0].Annotations);
        Assert.Equal((1, 1.0, AnnotationOrigin.Reviewed, new Box(90, 10, 100, 30)), (corrected.ClassIndex, corrected.Confidence, corrected.Origin, corrected.Box));
        Assert.Equal(labels.Images[1], result.Images[1]);
    }

    [Fact]
    public void AnImageLeftEmptyIsEmpty()
    {
        Run(Set(new LabelSpace("car"), ("1.png", [Label(0, 0, 0.9)])), Set(new LabelSpace("car"), ("1.png", [])), out var result);
        Assert.Empty(result.Images[0].Annotations);
    }

    [Fact]
    public void CorrectionsOfOtherLabelsAreRefusedWithEveryFault()
    {
        var labels = Set(new LabelSpace("car"), ("1.png", []));
        var other = new AnnotationSet(new LabelSpace("tram"), [new("1.png", new ImageSize(9, 9), [Label(0, 0, 1)]), new("x.png", new ImageSize(100, 100), [])]);
        var fault = Assert.Throws<LatException>(() => CorrectionOverlay.Apply(labels, other, "c.json"));
        Assert.Contains("the image '1.png' is 9x9 there, but 100x100 here", fault.Message, StringComparison.Ordinal);
        Assert.Contains("the image 'x.png' is none of the source's", fault.Message, StringComparison.Ordinal);
        Assert.Contains("the class 'tram' is none of the target's: car", fault.Message, StringComparison.Ordinal);
    }

    private void Run(AnnotationSet labels, AnnotationSet corrections, out AnnotationSet result)
    {
        var (before, file) = (Path.Combine(_folder, "before.bin"), Path.Combine(_folder, "corrections.json"));
        AnnotationFile.Write(before, labels);
        CocoAnnotationFile.Write(file, corrections);
        var inputs = new NamedMap<string>([KeyValuePair.Create("labels", before), KeyValuePair.Create("corrections/0", file)]);
        Assert.Equal(["labels.bin"], new CorrectionStage("c", "labels", [file]).Run(new StageContext(inputs, _folder, "cpu", _ => { })));
        result = AnnotationFile.Read(Path.Combine(_folder, "labels.bin"));
    }

    private static Annotation Label(double x, int classIndex, double confidence) => new(new Box(x, 10, x + 10, 30), classIndex) { Confidence = confidence };

    private static AnnotationSet Set(LabelSpace space, params (string Name, Annotation[] Labels)[] images) =>
        new(space, images.Select(image => new AnnotatedImage(image.Name, new ImageSize(100, 100), image.Labels.ToEquatableArray())));
}
