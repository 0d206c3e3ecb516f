using Lat.Detection;
using static TorchSharp.torch;

namespace Lat.Pipeline.Tests;

/// <summary>A checkpoint with the names and shapes of the folded MobileNetV2, of random numbers.</summary>
internal static class MobileNetWeights
{
    private static readonly (int Channels, int Count)[] Groups = [(16, 1), (24, 2), (32, 3), (64, 4), (96, 3), (160, 3), (320, 1)];

    public static void Save(string path)
    {
        using var scope = NewDisposeScope();
        var tensors = new List<KeyValuePair<string, Tensor>>();
        Add("stem", 32, 3, 3);
        var (input, block) = (32, 0);
        foreach (var output in Groups.SelectMany(group => Enumerable.Repeat(group.Channels, group.Count)))
        {
            var hidden = block == 0 ? input : input * 6;
            if (block > 0)
            {
                Add($"block{block}.expand", hidden, input, 1);
            }

            Add($"block{block}.depthwise", hidden, 1, 3);
            Add($"block{block++}.project", output, hidden, 1);
            input = output;
        }

        Add("head", 1280, input, 1);
        SafeTensorsFile.Write(path, tensors);

        void Add(string name, int outputs, int inputs, int kernel)
        {
            var random = new Seed(5).Derive(name).ToStream();
            var deviation = Math.Sqrt(2.0 / (inputs * kernel * kernel));
            float[] numbers = [.. Enumerable.Range(0, outputs * inputs * kernel * kernel).Select(_ => (float)(deviation * random.NextGaussian()))];
            tensors.Add(new($"{name}.weight", tensor(numbers, [outputs, inputs, kernel, kernel])));
            tensors.Add(new($"{name}.bias", zeros([outputs])));
        }
    }
}
