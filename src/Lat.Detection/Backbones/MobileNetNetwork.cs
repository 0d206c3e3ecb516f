using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// MobileNetV2 (Sandler et al., 2018) with its batch norms folded into the convolutions: `stem`, `block0` to `block16`, `head`; [N, 3, H, W] to
/// maps of strides 4, 8, 16 and 32. Without norms it is meant to start from published weights: from random ones it hardly trains.
/// </summary>
internal sealed class MobileNetNetwork : Module<Tensor, Tensor[]>
{
    private const int StemChannels = 32, HeadChannels = 1280, Stride16Block = 13;

    private static readonly (int Expansion, int Channels, int Stride)[] Blocks =
    [
        (1, 16, 1), (6, 24, 2), (6, 24, 1), (6, 32, 2), (6, 32, 1), (6, 32, 1), (6, 64, 2), (6, 64, 1), (6, 64, 1), (6, 64, 1),
        (6, 96, 1), (6, 96, 1), (6, 96, 1), (6, 160, 2), (6, 160, 1), (6, 160, 1), (6, 320, 1),
    ];

    /// <summary>The last block of each stride from 4 to 32.</summary>
    private static readonly int[] LastOfStride = [2, 5, 12, 16];

    private readonly SamePaddedConvolution _stem;
    private readonly MobileNetBlock[] _blocks = new MobileNetBlock[Blocks.Length];
    private readonly SamePaddedConvolution? _head;

    /// <param name="frozenStages">As <see cref="DetectorOptions.FrozenStages"/>: 1 the stem and the first block, then the blocks of one stride each.</param>
    /// <param name="withHead">Whether there is the last convolution, whose map the frozen extractor can give; a pyramid does without.</param>
    public MobileNetNetwork(int frozenStages, bool withHead) : base(nameof(MobileNetNetwork))
    {
        register_module("stem", _stem = new SamePaddedConvolution(3, StemChannels, 3, 2));
        var channels = StemChannels;
        for (var index = 0; index < Blocks.Length; index++)
        {
            var (expansion, output, stride) = Blocks[index];
            register_module($"block{index}", _blocks[index] = new MobileNetBlock(channels, expansion, output, stride));
            channels = output;
        }

        if (withHead)
        {
            register_module("head", _head = new SamePaddedConvolution(channels, HeadChannels, 1));
        }

        Freeze(frozenStages);
    }

    /// <summary>Channels of the maps of strides 4, 8, 16 and 32: 24, 32, 96, 320.</summary>
    public static IReadOnlyList<int> OutputChannels { get; } = [.. LastOfStride.Select(block => Blocks[block].Channels)];

    public override Tensor[] forward(Tensor input)
    {
        var x = _stem.call(input).clamp_(0, 6);                                               // [N, 32, H/2, W/2]
        var maps = new List<Tensor>(LastOfStride.Length);
        for (var index = 0; index < _blocks.Length; index++)
        {
            x = _blocks[index].call(x);
            if (LastOfStride.Contains(index))
            {
                maps.Add(x);                                                                  // [N, c_s, H/2^(2+s), W/2^(2+s)]
            }
        }

        return [.. maps];
    }

    /// <summary>The maps that the frozen extractor gives: after the expansion of block 13, [N, 576, H/16, W/16], and after the head, [N, 1280, H/32, W/32].</summary>
    public Tensor Extract(Tensor input, MobileNetMap map)
    {
        var x = _stem.call(input).clamp_(0, 6);
        foreach (var block in _blocks.Take(Stride16Block))
        {
            x = block.call(x);
        }

        if (map == MobileNetMap.Stride16)
        {
            return _blocks[Stride16Block].Expand(x);
        }

        foreach (var block in _blocks.Skip(Stride16Block))
        {
            x = block.call(x);
        }

        return _head!.call(x).clamp_(0, 6);
    }

    private void Freeze(int stages)
    {
        int[] ends = [0, 1, .. LastOfStride.Select(last => last + 1)];
        foreach (var parameter in stages == 0 ? [] : _blocks.Take(ends[stages]).SelectMany(block => block.parameters()).Concat(_stem.parameters()))
        {
            parameter.requires_grad = false;
        }
    }
}
