using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

/// <summary>Does what torchvision did, step by step, and compares everything that it wrote down.</summary>
internal sealed class ParityComparison : IDisposable
{
    private const float BoxTolerance = 2e-3f;

    private readonly JsonElement _golden;
    private readonly ParityCase _case;
    private readonly ExpectedTensors _expected;
    private readonly FasterRcnn _network;
    private readonly ImageBatch _images;

    public ParityComparison(JsonElement golden)
    {
        (_golden, _case) = (golden, new ParityCase(golden.GetProperty("case")));
        _expected = new ExpectedTensors(golden.GetProperty("tensors"));
        _network = _case.Build();
        _images = ImageBatch.From(_case.Images, _case.Options, CPU);
    }

    private PyramidBackbone Backbone => (PyramidBackbone)Child(_network, "backbone");

    private ProposalNetwork Proposals => (ProposalNetwork)Child(_network, "rpn");

    /// <summary>Maps of every stage, levels, and the proposal head's numbers.</summary>
    /// <param name="mode">`prediction` or `training`.</param>
    public void Features(string mode)
    {
        _network.train(mode == "training");
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var maps = ((ResidualNetwork)Child(Backbone, "body")).call(_images.Pixels);
        var levels = ((FeaturePyramid)Child(Backbone, "fpn")).call(maps);
        Each($"{mode}.body", maps);
        Each($"{mode}.level", levels);
        var (logits, offsets) = Proposals.call(levels);
        var (logitValues, offsetValues, layout) = (logits.Values(), offsets.Values(), PyramidLayout.Of(levels));
        const int PerPixel = 3;
        for (var level = 0; level < levels.Length; level++)
        {
            var pixels = layout.FirstPixel(level, 0)..(layout.FirstPixel(level, layout.ImageCount - 1) + (layout.Levels[level].Height * layout.Levels[level].Width));
            _expected.AssertEqual($"{mode}.logits{level}", logitValues.AsSpan((pixels.Start.Value * PerPixel)..(pixels.End.Value * PerPixel)));
            _expected.AssertEqual($"{mode}.offsets{level}", offsetValues.AsSpan((pixels.Start.Value * PerPixel * 4)..(pixels.End.Value * PerPixel * 4)));
        }
    }

    /// <summary>The proposals of prediction, and what comes out at the end.</summary>
    public void Detections()
    {
        _network.eval();
        using (no_grad())
        using (NewDisposeScope())
        {
            var levels = Backbone.call(_images.Pixels);
            var (logits, offsets) = Proposals.call(levels);
            AssertBoxes("proposals", Proposals.Select(levels, logits, offsets, _images.Sizes));
        }

        foreach (var (expected, found) in Zip(_golden.GetProperty("detections"), _network.Detect(_images)))
        {
            Assert.Equal(expected.Ints("labels"), found.Select(detection => detection.ClassIndex + 1));
            Golden.AssertClose(expected.Floats("scores"), [.. found.Select(detection => (float)detection.Score)], 1e-4f);
            Golden.AssertClose(expected.Floats("boxes"), [.. found.SelectMany(detection => Corners(detection.Box))], BoxTolerance);
        }
    }

    /// <summary>RoIAlign on maps of all levels with regions of all sizes, forward and backward.</summary>
    public void Alignment()
    {
        using var scope = NewDisposeScope();
        var boxes = _images.Sizes.SelectMany((size, index) => Recipe.Boxes($"regions{index}", 20, size)).ToArray();
        int[] owners = [.. Enumerable.Range(0, 40).Select(region => region / 20)];
        var levels = Enumerable.Range(2, 4)
            .Select((level, index) => Recipe.Tensor($"map{index}", [2, 4, _images.Pixels.shape[2] >> level, _images.Pixels.shape[3] >> level]).requires_grad_())
            .ToArray();
        var pooled = new RoiAligner(_case.Options.Regions, [.. _network.RegionStrides]).Pool(levels, boxes, owners);
        _expected.AssertEqual("pooled", pooled);
        var adaptive = new RoiAligner(_case.Options.Regions with { Aligned = true, SamplingRatio = 0 }, [.. _network.RegionStrides]);
        _expected.AssertEqual("detectron2.pooled", adaptive.Pool(levels, boxes, owners));
        pooled.mul(Recipe.Tensor("pooled gradient", pooled.shape)).sum().backward();
        for (var level = 0; level < levels.Length; level++)
        {
            _expected.AssertEqual($"pooled.gradient{level}", levels[level].grad!);
        }
    }

    /// <summary>The matches of all anchors, the proposals of training, and the draws of both samplers.</summary>
    public void Samples()
    {
        _network.train();
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var levels = Backbone.call(_images.Pixels);
        var (logits, offsets) = Proposals.call(levels);
        var grid = new AnchorGrid(_case.Options.Anchors, _network.FeatureStrides, PyramidLayout.Of(levels).Levels);
        var random = _case.DrawSeed.ToStream();
        AssertAnchors(grid, random);
        var proposals = Proposals.Select(levels, logits, offsets, _images.Sizes);
        AssertBoxes("trainingProposals", proposals);
        AssertRegions(new RegionSampler(_case.Options.Regions).Draw(proposals, _case.Targets, random));
    }

    /// <summary>The four losses, the gradient of every parameter, and the running statistics after the step.</summary>
    public void LossesAndGradients()
    {
        _network.train();
        using var scope = NewDisposeScope();
        var losses = _network.ComputeLosses(_images, _case.Targets, _case.Loss, _case.DrawSeed.ToStream());
        Golden.AssertClose(_golden.Floats("losses"), [.. losses.Terms.Select(term => term.Value.item<float>())], 2e-4f);
        losses.Total().backward();
        var trained = _network.named_parameters().Where(entry => entry.parameter.requires_grad).ToDictionary(entry => entry.name, entry => entry.parameter);
        Assert.Equal(_expected.Names("gradient ").Order(StringComparer.Ordinal), trained.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, parameter) in trained)
        {
            _expected.AssertEqual($"gradient {name}", parameter.grad!);
        }

        var buffers = _network.named_buffers().ToDictionary(entry => entry.name, entry => entry.buffer);
        foreach (var name in _expected.Names("buffer "))
        {
            _expected.AssertEqual($"buffer {name}", buffers[name]);
        }
    }

    public void Dispose()
    {
        _images.Dispose();
        _network.Dispose();
    }

    private void AssertAnchors(AnchorGrid grid, RandomStream random)
    {
        var options = _case.Options.Proposals;
        var matcher = new BoxMatcher(options.PositiveIou, options.NegativeIou, options.AllowLowQualityMatches, options.IgnoreOverlap);
        var sampler = new BalancedSampler(options.BatchPerImage, options.PositiveFraction);
        foreach (var ((expected, draws), target) in Zip(_golden.GetProperty("matches"), [.. _golden.GetProperty("anchorDraws").EnumerateArray()]).Zip(_case.Targets))
        {
            var matches = matcher.Match(grid.Boxes, target.Boxes, target.IgnoredBoxes);
            Assert.Equal(
                expected.GetProperty("objects").EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetInt32())),
                matches.Targets.Select((match, anchor) => (anchor, match)).Where(pair => pair.match >= 0));
            Assert.Equal(expected.GetProperty("neither").GetInt32(), matches.Targets.Count(match => match == BoxMatches.Neither));
            var (positives, negatives) = sampler.Draw(matches, random);
            Assert.Equal(draws.Ints("positives"), positives);
            Assert.Equal(draws.Ints("negatives"), negatives);
        }
    }

    /// <summary>torchvision keeps the drawn regions in the order of the proposals, objects and background mixed; here objects come first.</summary>
    private void AssertRegions(RegionSample sample)
    {
        var first = 0;
        foreach (var ((expected, draws), count) in Zip(_golden.GetProperty("regions"), [.. _golden.GetProperty("regionDraws").EnumerateArray()]).Zip(sample.PerImage))
        {
            var (objects, background) = (draws.Ints("positives"), draws.Ints("negatives"));
            var rows = objects.Concat(background).Order().Select(candidate => first +
                (Array.IndexOf(objects, candidate) is >= 0 and var place ? place : objects.Length + Array.IndexOf(background, candidate))).ToArray();
            Assert.Equal(count, rows.Length);
            Assert.Equal(expected.Ints("labels"), rows.Select(row => (int)sample.Columns[row]));
            Golden.AssertClose(expected.Floats("boxes"), Rows(sample.Boxes, rows), BoxTolerance);
            Golden.AssertClose(expected.Floats("offsets"), Rows(sample.Offsets, rows), BoxTolerance);
            first += count;
        }
    }

    private void AssertBoxes(string name, IReadOnlyList<float[]> actual)
    {
        foreach (var (expected, boxes) in Zip(_golden.GetProperty(name), actual))
        {
            Golden.AssertClose([.. expected.EnumerateArray().Select(value => value.GetSingle())], boxes, BoxTolerance);
        }
    }

    private void Each(string prefix, Tensor[] tensors)
    {
        for (var index = 0; index < tensors.Length; index++)
        {
            _expected.AssertEqual($"{prefix}{index}", tensors[index]);
        }
    }

    private static float[] Rows(float[] values, IEnumerable<int> rows) => [.. rows.SelectMany(row => values.AsSpan(row * 4, 4).ToArray())];

    private static float[] Corners(Box box) => [(float)box.X1, (float)box.Y1, (float)box.X2, (float)box.Y2];

    private static IEnumerable<(JsonElement First, T Second)> Zip<T>(JsonElement first, IReadOnlyList<T> second)
    {
        Assert.Equal(first.GetArrayLength(), second.Count);
        return first.EnumerateArray().Zip(second);
    }

    private static nn.Module Child(nn.Module parent, string name) => parent.named_children().Single(child => child.name == name).module;
}
