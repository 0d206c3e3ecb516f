using Lat.Core;
using Lat.Datasets;
using Lat.Transfer;

namespace Lat.Bench.Transfer;

using Detection = Lat.Core.Detection;

/// <summary>
/// The files that the stage `transfer` reads, for any number of images: 20 boxes of an image in the source's space, 20 pseudo-labels in each of
/// the two others, and features in the shape of the quickstart's: three levels of 48 channels, 97 kB an image.
/// </summary>
internal sealed record Inputs(string Folder)
{
    public const int Source = 0, Target = 1;

    public const int Boxes = 20;

    private const int Channels = 48;

    private static readonly ImageSize Size = new(256, 192);

    public static ConcatenatedLabelSpace Spaces { get; } = new(
    [
        new(new DatasetName("source"), new LabelSpace(["car", "van", "person", "rider", "bicycle", "sign"])),
        new(new DatasetName("target"), new LabelSpace(["vehicle", "person", "cyclist", "bicycle", "motorcycle", "sign"])),
        new(new DatasetName("other"), new LabelSpace(["vehicle", "person", "two-wheeler"])),
    ]);

    public static EquatableArray<FeatureShape> Levels { get; } =
        [.. new[] { 8, 16, 32 }.Select(stride => new FeatureShape(Channels, Size.Height / stride, Size.Width / stride, stride))];

    public string Annotations => Path.Combine(Folder, "annotations.bin");

    public string Features => Path.Combine(Folder, "features.bin");

    public string PseudoLabels(int space) => Path.Combine(Folder, FormattableString.Invariant($"pseudo-labels-{space}.bin"));

    public void Write(int images)
    {
        var random = new Seed(1).ToStream();
        var names = Enumerable.Range(0, images).Select(index => FormattableString.Invariant($"{index:D6}.png")).ToList();
        AnnotationFile.Write(Annotations, new AnnotationSet(Spaces[Source], names.Select(name => new AnnotatedImage(
            name, Size, Enumerable.Range(0, Boxes).Select(_ => new Annotation(Draw(random), Class(random, Source))).ToEquatableArray()))));
        foreach (var space in new[] { Target, 2 })
        {
            DetectionFile.Write(PseudoLabels(space), new DetectionSet(Spaces[space], names.Select(name => new ImageDetections(
                name, Size, Enumerable.Range(0, Boxes).Select(_ => Found(random, space)).ToEquatableArray())).ToEquatableArray()));
        }

        using var writer = new FeatureFileWriter(Features, Levels);
        var maps = new byte[Levels.Sum(level => level.Count) * 2];
        foreach (var name in names)
        {
            for (var at = 0; at < maps.Length; at += 2)
            {
                BitConverter.TryWriteBytes(maps.AsSpan(at), (Half)random.NextDouble(-1, 1));
            }

            writer.Add(name, maps);
        }

        writer.Complete();
    }

    private static int Class(RandomStream random, int space) => random.NextInt(Spaces[space].Count);

    private static Box Draw(RandomStream random) =>
        Box.FromXywh(random.NextDouble(0, 200), random.NextDouble(0, 140), random.NextDouble(8, 56), random.NextDouble(8, 52));

    private static Detection Found(RandomStream random, int space)
    {
        var (index, score) = (Class(random, space), random.NextDouble(0.3, 0.9));
        var scores = Enumerable.Range(0, Spaces[space].Count).Select(other => (float)(other == index ? score : 0.01)).ToEquatableArray();
        return new Detection(Draw(random), index, score) { ClassScores = scores };
    }
}
