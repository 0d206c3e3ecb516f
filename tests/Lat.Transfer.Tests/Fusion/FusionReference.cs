using TorchSharp;

namespace Lat.Transfer.Tests;

/// <summary>The fusion once more, in doubles, one proposal and one weight at a time, written from the paper's equation.</summary>
internal sealed class FusionReference
{
    private readonly FusionOptions _options;
    private readonly double _threshold;

    public FusionReference(torch.nn.Module fusion, FusionOptions options, int datasetCount)
    {
        _options = options;
        _threshold = options.Threshold.ToString() switch
        {
            "1/sqrt(N)" => Math.Pow(datasetCount, -0.5),
            "1/N" => Math.Pow(datasetCount, -1),
            var number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture),
        };
        using var scope = torch.NewDisposeScope();
        foreach (var (name, parameter) in fusion.named_parameters())
        {
            using var doubles = parameter.detach().to(torch.float64).contiguous();
            using var values = doubles.data<double>();
            Weights[name] = values.ToArray();
        }
    }

    /// <summary>By parameter name; a test may change them.</summary>
    public Dictionary<string, double[]> Weights { get; } = new(StringComparer.Ordinal);

    /// <param name="features">[M][d].</param>
    /// <param name="scores">[M][C].</param>
    /// <param name="confidence">[M].</param>
    /// <param name="images">[M].</param>
    /// <param name="boxes">[M][4].</param>
    public double[][] Forward(double[][] features, double[][] scores, double[] confidence, long[] images, double[][] boxes) =>
        [.. Enumerable.Range(0, features.Length).Select(row => Row(row, features, scores, confidence, images, boxes))];

    private double[] Row(int row, double[][] features, double[][] scores, double[] confidence, long[] images, double[][] boxes)
    {
        if (_options.Mode == FusionMode.None)
        {
            return features[row];
        }

        var others = Enumerable.Range(0, features.Length)
            .Where(other => images[other] == images[row] && (_options.Geometry != FusionGeometry.OverlapMask || Overlap(boxes[row], boxes[other]))).ToArray();
        var width = features[row].Length / _options.Heads;
        var fused = new List<double>();
        for (var head = 0; head < _options.Heads; head++)
        {
            double[] Part(double[] whole) => [.. whole.Skip(head * width).Take(width)];
            var query = Part(Linear("query", features[row]));
            double Logit(int other) => (query.Zip(Part(Linear("key", features[other])), (a, b) => a * b).Sum() / Math.Sqrt(width)) + Bias(boxes[row], boxes[other], head);
            fused.AddRange(Head([.. others.Select(Logit)], [.. others.Select(other => confidence[other])], [.. others.Select(other => Part(Linear("featureValue", features[other])))],
                _options.Mode == FusionMode.ClassAware ? [.. others.Select(other => Part(Linear("classValue", scores[other])))] : null));
        }

        double[] result = [.. _options.Residual ? fused.Zip(features[row], (a, b) => a + b) : fused];
        return _options.LayerNorm ? Norm(result) : result;
    }

    private double[] Head(double[] logits, double[] sure, double[][] features, double[][]? classes)
    {
        var plain = Softmax(logits);
        if (classes is null)
        {
            return Sum(plain, features);
        }

        var weighted = _options.Confidence switch
        {
            ConfidenceMode.LogAdd => Softmax([.. logits.Zip(sure, (logit, score) => logit + Math.Log(score))]),
            ConfidenceMode.Literal => Softmax([.. logits.Zip(sure, (logit, score) => logit * score)]),
            _ => Normalized([.. plain.Zip(sure, (weight, score) => weight * score)]),
        };
        var limitsClasses = _options.LimitedBranch == FusionBranch.Class;
        return [.. Sum(limitsClasses ? Limited(plain) : plain, classes).Zip(Sum(limitsClasses ? weighted : Limited(weighted), features), (a, b) => a + b)];
    }

    private static bool Overlap(double[] one, double[] other) =>
        Math.Min(one[2], other[2]) > Math.Max(one[0], other[0]) && Math.Min(one[3], other[3]) > Math.Max(one[1], other[1]);

    /// <summary>Relation Networks, equation 5 and the embedding of section 3.1.</summary>
    private double Bias(double[] of, double[] other, int head)
    {
        if (_options.Geometry != FusionGeometry.RelativeBias)
        {
            return 0;
        }

        var (width, height) = (of[2] - of[0], of[3] - of[1]);
        double[] ratios =
        [
            Math.Log(Math.Max(Math.Abs((other[0] + other[2] - of[0] - of[2]) / 2) / width, 1e-3)),
            Math.Log(Math.Max(Math.Abs((other[1] + other[3] - of[1] - of[3]) / 2) / height, 1e-3)),
            Math.Log((other[2] - other[0]) / width),
            Math.Log((other[3] - other[1]) / height),
        ];
        var embedding = ratios.SelectMany(ratio => Enumerable.Range(0, 16).Select(wave =>
        {
            var phase = 100 * ratio / Math.Pow(1000, wave % 8 / 8.0);
            return wave < 8 ? Math.Sin(phase) : Math.Cos(phase);
        })).ToArray();
        return Math.Log(Math.Max(Linear("geometry", embedding)[head], 1e-6));
    }

    private double[] Limited(double[] weights) => _options.Limit switch
    {
        RowLimit.Clamp => [.. weights.Select(weight => Math.Min(weight, _threshold))],
        RowLimit.ScaleDown when weights.Max() > _threshold => [.. weights.Select(weight => weight * _threshold / weights.Max())],
        RowLimit.ScaleBothWays => [.. weights.Select(weight => weight * _threshold / weights.Max())],
        _ => weights,
    };

    private double[] Linear(string name, double[] input)
    {
        var (weight, bias) = (Weights[name + ".weight"], Weights[name + ".bias"]);
        return [.. bias.Select((shift, output) => shift + input.Select((value, column) => value * weight[(output * input.Length) + column]).Sum())];
    }

    private double[] Norm(double[] input)
    {
        var mean = input.Average();
        var deviation = Math.Sqrt(input.Average(value => (value - mean) * (value - mean)) + 1e-5);
        return [.. input.Select((value, index) => ((value - mean) / deviation * Weights["norm.weight"][index]) + Weights["norm.bias"][index])];
    }

    private static double[] Sum(double[] weights, double[][] values)
    {
        var sum = new double[values[0].Length];
        for (var index = 0; index < weights.Length; index++)
        {
            for (var column = 0; column < sum.Length; column++)
            {
                sum[column] += weights[index] * values[index][column];
            }
        }

        return sum;
    }

    private static double[] Softmax(double[] logits) => Normalized([.. logits.Select(logit => Math.Exp(logit - logits.Max()))]);

    private static double[] Normalized(double[] weights) => [.. weights.Select(weight => weight / weights.Sum())];
}
