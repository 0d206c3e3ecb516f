using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Bench.TorchOverhead;

/// <summary>The same cases as in peer.py, in the same order.</summary>
internal static class Cases
{
    internal static IEnumerable<(string Name, int Calls, Action Body)> All()
    {
        var small = ones(1);
        yield return ("add", 1000, () => small.add(small).Dispose());
        yield return ("add-number", 1000, () => (small + 1.5).Dispose());
        yield return ("sum-dim", 1000, () => small.sum(dim: 0, keepdim: true).Dispose());
        var leaf = ones(4, requires_grad: true);
        yield return ("autograd-chain", 100, () =>
        {
            using var scope = NewDisposeScope();
            var x = leaf;
            for (var i = 0; i < 10; i++)
            {
                x = (x * 1.01).add(leaf);
            }

            x.sum().backward();
            leaf.grad = null;
        });
        var image = ones(1, 64, 56, 56);
        var kernel = ones(64, 64, 3, 3);
        yield return ("conv3x3", 2, () => nn.functional.conv2d(image, kernel, padding: [1, 1]).Dispose());
        var matrix = ones(512, 512);
        yield return ("matmul512", 2, () => matrix.mm(matrix).Dispose());
    }
}
