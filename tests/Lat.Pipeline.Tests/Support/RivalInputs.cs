using Lat.Datasets;
using Lat.Transfer;

namespace Lat.Pipeline.Tests;

/// <summary>The files that the rivals' transfers read: two datasets that share two class names, and each one's detector's predictions on the other's images.</summary>
internal sealed class RivalInputs
{
    private static readonly ImageSize Size = new(64, 64);

    private readonly string _folder;

    public RivalInputs(string folder, int images)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        Write("coarse", Coarse, "mid", Mid, images, new Seed(3));
        Write("mid", Mid, "coarse", Coarse, 19, new Seed(4));
    }

    public static LabelSpace Coarse { get; } = new("vehicle", "cyclist", "sign");

    public static LabelSpace Mid { get; } = new("car", "sign", "vehicle");

    public static EquatableArray<FeatureShape> Levels { get; } = [new FeatureShape(4, 8, 8, 8)];

    /// <summary>What is read of a dataset of the two.</summary>
    public static LatInputs Of(string dataset, string other) => new(dataset, "import", "features", [new(other, "pseudo-labels")]);

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public StageContext Context(string work) => new(
        NamedMap.Create(
            ("annotations", Path("coarse.annotations")),
            ("pseudo-labels", Path("mid-on-coarse")),
            ("target-annotations", Path("mid.annotations")),
            ("annotations/coarse", Path("coarse.annotations")),
            ("annotations/mid", Path("mid.annotations")),
            ("features/coarse", Path("coarse.features")),
            ("features/mid", Path("mid.features")),
            ("pseudo-labels/mid-on-coarse", Path("mid-on-coarse")),
            ("pseudo-labels/coarse-on-mid", Path("coarse-on-mid"))),
        Directory.CreateDirectory(Path(work)).FullName,
        "cpu",
        _ => { });

    private void Write(string dataset, LabelSpace space, string other, LabelSpace otherSpace, int images, Seed seed)
    {
        var random = seed.ToStream();
        var names = Enumerable.Range(0, images).Select(image => FormattableString.Invariant($"{dataset}-{image}.png")).ToList();
        AnnotationFile.Write(Path($"{dataset}.annotations"), new AnnotationSet(space, names.Select((name, image) => new AnnotatedImage(
            name, Size, Enumerable.Range(0, image % 5).Select(box => new Annotation(Draw(random), box % 3) { IsCrowd = box == 3 }).ToEquatableArray()))));
        DetectionFile.Write(Path($"{other}-on-{dataset}"), new DetectionSet(otherSpace, names.Select((name, image) => new ImageDetections(
            name, Size, Enumerable.Range(0, image % 7).Select(box => Sees(random, box % 3)).ToEquatableArray())).ToEquatableArray()));
        using var writer = new FeatureFileWriter(Path($"{dataset}.features"), Levels);
        foreach (var name in names)
        {
            writer.Add(name, [.. Enumerable.Range(0, Levels[0].Count).SelectMany(_ => BitConverter.GetBytes((Half)random.NextDouble(-1, 1)))]);
        }

        writer.Complete();
    }

    private static Core.Detection Sees(RandomStream random, int classIndex)
    {
        var score = random.NextDouble(0.05, 0.9);
        return new Core.Detection(Draw(random), classIndex, score) { ClassScores = Enumerable.Range(0, 3).Select(other => (float)(other == classIndex ? score : 0.02)).ToEquatableArray() };
    }

    private static Box Draw(RandomStream random) =>
        Box.FromXywh(random.NextDouble(0, 40), random.NextDouble(0, 40), random.NextDouble(4, 24), random.NextDouble(4, 24));
}
