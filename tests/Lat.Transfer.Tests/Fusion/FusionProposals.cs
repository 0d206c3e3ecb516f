using TorchSharp;

namespace Lat.Transfer.Tests;

/// <summary>Some proposals as the fusion sees them, as tensors and as plain numbers.</summary>
internal sealed record FusionProposals(float[] Features, float[] Scores, float[] Confidence, long[] Images, float[] Boxes)
{
    public const int Width = 4;

    public const int Classes = 5;

    public int Count => Images.Length;

    public static FusionProposals Random(Seed seed, params long[] images)
    {
        var random = seed.ToStream();
        return new(
            Some.Numbers(images.Length * Width, random),
            [.. Enumerable.Range(0, images.Length * Classes).Select(_ => (float)random.NextDouble())],
            [.. images.Select(_ => (float)random.NextDouble(0.05, 1))],
            images,
            [.. images.SelectMany(_ => Somewhere(random))]);
    }

    private static float[] Somewhere(RandomStream random)
    {
        var (x, y) = ((float)random.NextDouble(0, 40), (float)random.NextDouble(0, 40));
        return [x, y, x + (float)random.NextDouble(6, 30), y + (float)random.NextDouble(6, 30)];
    }

    public float[] Through(SemanticFeatureFusion fusion)
    {
        using var scope = torch.NewDisposeScope();
        return Forward(fusion, out _, out _, out _).Values();
    }

    public torch.Tensor Forward(SemanticFeatureFusion fusion, out torch.Tensor features, out torch.Tensor scores, out torch.Tensor confidence)
    {
        features = torch.tensor(Features, [Count, Width]).requires_grad_();
        scores = torch.tensor(Scores, [Count, Classes]).requires_grad_();
        confidence = torch.tensor(Confidence).requires_grad_();
        return fusion.forward(features, scores, confidence, torch.tensor(Images), torch.tensor(Boxes, [Count, 4]));
    }

    public double[] Through(FusionReference reference) => [.. reference.Forward(
        Rows(Features, Width), Rows(Scores, Classes), [.. Confidence.Select(value => (double)value)], Images, Rows(Boxes, 4)).SelectMany(row => row)];

    public static double[][] Rows(float[] values, int width) => [.. values.Select(value => (double)value).Chunk(width)];
}
