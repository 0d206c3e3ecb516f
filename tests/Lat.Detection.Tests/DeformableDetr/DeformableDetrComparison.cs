using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection.Tests;

/// <summary>Does what the original Deformable DETR did, and compares everything that it wrote down.</summary>
internal sealed class DeformableDetrComparison : IDisposable
{
    private readonly JsonElement _golden;
    private readonly DeformableDetrCase _case;
    private readonly ExpectedTensors _expected;
    private readonly ImageBatch _images;

    public DeformableDetrComparison(JsonElement golden)
    {
        (_golden, _case) = (golden, new DeformableDetrCase(golden.GetProperty("case")));
        _expected = new ExpectedTensors(golden.GetProperty("tensors"));
        Network = _case.Build();
        _images = ImageBatch.For(Network, _case.Images);
    }

    public DeformableDetr Network { get; }

    public void Everything()
    {
        Names();
        Outputs();
        LossesAndGradients();
        Detections();
    }

    public void Dispose()
    {
        _images.Dispose();
        Network.Dispose();
    }

    /// <summary>Every name and shape, but for those of the backbone, which are torchvision's.</summary>
    private void Names() => Assert.Equal(
        _golden.GetProperty("names").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal),
        NetworkState.Of(Network).Where(entry => !entry.Name.StartsWith("backbone.0.body.", StringComparison.Ordinal))
            .Select(entry => $"{entry.Name} {string.Join('x', entry.Tensor.shape)}").Order(StringComparer.Ordinal));

    /// <summary>The encoder's tokens, and queries, scores and boxes of every layer of the decoder.</summary>
    private void Outputs()
    {
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var (tokens, _, padding, _) = Network.Encode(_images);
        _expected.AssertEqual("memory", tokens.masked_fill(padding!, 0));
        var (layers, proposals) = Network.Predict(_images);
        _expected.AssertEqual("hidden", stack(layers.Select(layer => layer.Queries)));
        _expected.AssertEqual("logits", stack(layers.Select(layer => layer.Logits)));
        _expected.AssertEqual("boxes", stack(layers.Select(layer => layer.Boxes)));
        if (proposals is { } first)
        {
            _expected.AssertEqual("encoder logits", first.Logits);
            _expected.AssertEqual("encoder boxes", first.Boxes);
        }
    }

    /// <summary>Every loss of every layer, and the gradient of every parameter that was written down.</summary>
    private void LossesAndGradients()
    {
        Network.train();
        using var scope = NewDisposeScope();
        var losses = Network.ComputeLosses(_images, _case.Targets, new DetectorLossOptions(), new Seed(1).ToStream());
        var expected = _golden.GetProperty("losses").EnumerateObject().ToDictionary(loss => NameOf(loss.Name), loss => loss.Value.GetDouble());
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), losses.Terms.Select(term => term.Name).Order(StringComparer.Ordinal));
        foreach (var term in losses.Terms)
        {
            Assert.Equal(expected[term.Name], term.Value.item<float>(), 1e-4 * expected[term.Name]);
        }

        var compared = _expected.Names("gradient ");
        if (compared.Count == 0)
        {
            return; // of the whole network there are none: see the script
        }

        losses.Total().backward();
        var trained = Network.named_parameters().Where(entry => entry.parameter.requires_grad).ToDictionary(entry => entry.name, entry => entry.parameter);
        Assert.Equal(
            trained.Keys.Where(name => !name.StartsWith("backbone", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            compared.Where(name => !name.StartsWith("backbone", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach (var name in compared)
        {
            _expected.AssertEqual($"gradient {name}", trained[name].grad!);
        }
    }

    private void Detections()
    {
        Network.eval();
        foreach (var (expected, found) in _golden.GetProperty("detections").EnumerateArray().Zip(Network.Detect(_images)))
        {
            Assert.Equal(expected.Ints("labels"), found.Select(detection => detection.ClassIndex));
            Golden.AssertClose(expected.Floats("scores"), [.. found.Select(detection => (float)detection.Score)], 1e-4f);
            Golden.AssertClose(expected.Floats("boxes"), [.. found.SelectMany(detection => Corners(detection.Box))], 2e-3f);
        }
    }

    private static IEnumerable<float> Corners(Box box) => [(float)box.X1, (float)box.Y1, (float)box.X2, (float)box.Y2];

    /// <summary>The original counts layers from 0, and gives the last no number.</summary>
    private static string NameOf(string original)
    {
        var parts = original.Split('_');
        var name = parts[1] switch { "ce" => "class", "bbox" => "box", var other => other };
        return parts.Length == 2 ? name : parts[2] == "enc" ? $"{name}-encoder"
            : $"{name}-layer{int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) + 1}";
    }
}
