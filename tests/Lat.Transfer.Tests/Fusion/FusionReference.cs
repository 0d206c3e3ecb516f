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
        foreach (var (name, parameter) in fusion.named_parameters())
        {
            Weights[name] = [.. parameter.Values().Select(value => (double)value)];
        }
    }

    /// <summary>By parameter name; a test may change them.</summary>
    public Dictionary<string, double[]> Weights { get; } = new(StringComparer.Ordinal);

    /// <param name="features">[M][d].</param>
    /// <param name="scores">[M][C].</param>
    /// <param name="confidence">[M].</param>
    /// <param name="images">[M].</param>
    public double[][] Forward(double[][] features, double[][] scores, double[] confidence, long[] images) =>
        [.. Enumerable.Range(0, features.Length).Select(row => Row(row, features, scores, confidence, images))];

    private double[] Row(int row, double[][] features, double[][] scores, double[] confidence, long[] images)
    {
        if (_options.Mode == FusionMode.None)
        {
            return features[row];
        }

        var others = Enumerable.Range(0, features.Length).Where(other => images[other] == images[row]).ToArray();
        var query = Linear("query", features[row]);
        var logits = others.Select(other => query.Zip(Linear("key", features[other]), (a, b) => a * b).Sum() / Math.Sqrt(features[row].Length)).ToArray();
        var plain = Softmax(logits);
        var fused = new double[features[row].Length];
        if (_options.Mode == FusionMode.Plain)
        {
            Add(fused, plain, others, other => Linear("featureValue", features[other]));
        }
        else
        {
            var sure = others.Select(other => confidence[other]).ToArray();
            var weighted = _options.Confidence switch
            {
                ConfidenceMode.LogAdd => Softmax([.. logits.Zip(sure, (logit, score) => logit + Math.Log(score))]),
                ConfidenceMode.Literal => Softmax([.. logits.Zip(sure, (logit, score) => logit * score)]),
                _ => Normalized([.. plain.Zip(sure, (weight, score) => weight * score)]),
            };
            var limitsClasses = _options.LimitedBranch == FusionBranch.Class;
            Add(fused, limitsClasses ? Limited(plain) : plain, others, other => Linear("classValue", scores[other]));
            Add(fused, limitsClasses ? weighted : Limited(weighted), others, other => Linear("featureValue", features[other]));
        }

        var result = _options.Residual ? fused.Zip(features[row], (a, b) => a + b).ToArray() : fused;
        return _options.LayerNorm ? Norm(result) : result;
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

    private static void Add(double[] sum, double[] weights, int[] others, Func<int, double[]> valueOf)
    {
        for (var index = 0; index < others.Length; index++)
        {
            var value = valueOf(others[index]);
            for (var column = 0; column < sum.Length; column++)
            {
                sum[column] += weights[index] * value[column];
            }
        }
    }

    private static double[] Softmax(double[] logits) => Normalized([.. logits.Select(logit => Math.Exp(logit - logits.Max()))]);

    private static double[] Normalized(double[] weights) => [.. weights.Select(weight => weight / weights.Sum())];
}
