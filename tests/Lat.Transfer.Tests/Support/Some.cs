using TorchSharp;

namespace Lat.Transfer.Tests;

/// <summary>Small things to test with.</summary>
internal static class Some
{
    public static readonly ImageSize Size = new(64, 64);

    public static readonly LabelSpace Coarse = new("vehicle", "cyclist");

    public static readonly LabelSpace Mid = new("car", "bicycle", "rider");

    /// <summary>`coarse` (classes 0 and 1 of the concatenation), then `mid` (2 to 4).</summary>
    public static ConcatenatedLabelSpace Spaces { get; } = new(
    [
        KeyValuePair.Create(new DatasetName("coarse"), Coarse),
        KeyValuePair.Create(new DatasetName("mid"), Mid),
    ]);

    /// <summary>Two levels of 4 channels for an image of 64x64.</summary>
    public static EquatableArray<FeatureShape> Levels { get; } = [new FeatureShape(4, 8, 8, 8), new FeatureShape(4, 4, 4, 16)];

    public static LatModelOptions TinyModel { get; } = new() { HeadWidth = 8, OutputSize = 2, CanonicalBoxSize = 64 };

    public static AnnotatedImage Image(string name, params Annotation[] annotations) => new(name, Size, [.. annotations]);

    public static ImageDetections Found(string name, params Core.Detection[] detections) => new(name, Size, [.. detections]);

    /// <summary>A prediction whose class-score vector says what its score says, and spreads a tenth of the rest.</summary>
    public static Core.Detection Sees(Box box, int classIndex, double score, int classCount)
    {
        var scores = Enumerable.Repeat((float)((1 - score) / 10), classCount).ToArray();
        scores[classIndex] = (float)score;
        return new Core.Detection(box, classIndex, score) { ClassScores = [.. scores] };
    }

    public static PrivilegedProposal Proposal(Box box, int dataset = 0, int classIndex = 0, float confidence = 1)
    {
        var scores = new float[Spaces[dataset].Count];
        scores[classIndex] = confidence;
        return new PrivilegedProposal(box, dataset, [.. scores], confidence);
    }

    public static float[] Numbers(int count, RandomStream random) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextGaussian())];

    public static float[] Values(this torch.Tensor tensor)
    {
        using var detached = tensor.detach();
        using var whole = detached.contiguous();
        using var values = whole.data<float>();
        return values.ToArray();
    }

    /// <summary>Fills every parameter of a module from a seed, biases and norms too.</summary>
    public static void Randomize(torch.nn.Module module, Seed seed, double deviation)
    {
        foreach (var (name, parameter) in module.named_parameters())
        {
            Lat.Detection.WeightInitialization.Normal(parameter, deviation, seed.Derive(name).ToStream());
        }
    }

    /// <summary>Random maps of both levels for every image.</summary>
    public static FeatureFile RandomFeatures(string path, IEnumerable<string> names, Seed seed)
    {
        using (var writer = new FeatureFileWriter(path, Levels))
        {
            foreach (var name in names)
            {
                writer.Add(name, HalfBytes(Numbers(Levels.Sum(level => level.Count), seed.Derive(name).ToStream())));
            }

            writer.Complete();
        }

        return FeatureFile.Open(path);
    }

    public static byte[] HalfBytes(IEnumerable<float> values) => [.. values.SelectMany(value => BitConverter.GetBytes((Half)value))];
}
