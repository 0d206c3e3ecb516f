using System.Runtime.InteropServices;
using Lat.Detection;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Bench.Operators;

/// <summary>The same cases as in peer.py, over the same numbers.</summary>
internal static class Cases
{
    private const int Channels = 256, Height = 64, Width = 128, Stride = 4, Bins = 7;

    public static Dictionary<string, Action> From(string folder)
    {
        float[] Read(string name) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, name))).ToArray();
        var (regions, anchors, objects) = (Read("regions"), Read("anchors"), Read("objects"));
        var images = new int[regions.Length / 4];
        var aligner = new RoiAligner(new RegionOptions { OutputSize = Bins, SamplingRatio = 2, Aligned = true }, [Stride]);
        var map = tensor(Read("map"), [1, Channels, Height, Width]).requires_grad_();
        var gradient = tensor(Read("gradient"), [images.Length, Channels * Bins * Bins]);
        var matcher = new BoxMatcher(0.7, 0.3, keepBestOfEachTarget: true, ignoreOverlap: 0.5);
        var cases = new Dictionary<string, Action>
        {
            ["roi-align-forward"] = () =>
            {
                using var scope = NewDisposeScope();
                using var frozen = no_grad();
                aligner.Pool([map], regions, images).flatten(1);
            },
            ["roi-align-both"] = () =>
            {
                using var scope = NewDisposeScope();
                autograd.grad([aligner.Pool([map], regions, images).flatten(1)], [map], [gradient]);
            },
            ["anchor-matching"] = () => matcher.Match(anchors, objects, []),
        };
        foreach (var kind in new[] { "proposals", "scattered" })
        {
            var (boxes, scores) = (Read(kind), Read(kind + "-scores"));
            cases["nms-" + kind] = () => NonMaximumSuppression.Keep(boxes, scores, 0.7);
        }

        return cases;
    }
}
