using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// Objectness and box offsets at every pixel of every level; torchvision's names (`conv.0.0`, `cls_logits`, `bbox_pred`). The two 1x1
/// convolutions run as one matrix product each over the pixels of all levels.
/// </summary>
internal sealed class ProposalHead : Module<Tensor[], (Tensor Logits, Tensor Offsets)>
{
    private readonly Sequential _conv;
    private readonly Conv2d _logits, _offsets;

    public ProposalHead(int channels, int anchorsPerPixel) : base(nameof(ProposalHead))
    {
        register_module("conv", _conv = Sequential(("0", Sequential(("0", Conv2d(channels, channels, 3L, padding: 1L)), ("1", ReLU(inplace: true))))));
        register_module("cls_logits", _logits = Conv2d(channels, anchorsPerPixel, 1L));
        register_module("bbox_pred", _offsets = Conv2d(channels, anchorsPerPixel * 4, 1L));
    }

    /// <summary>Levels [N, C, h, w] to logits [P * A] and offsets [P * A, 4], in the order of <see cref="PyramidLayout"/>.</summary>
    public override (Tensor Logits, Tensor Offsets) forward(Tensor[] levels)
    {
        var hidden = PyramidLayout.Flatten([.. levels.Select(_conv.call)]);                                 // [P, C]
        return (PerPixel(hidden, _logits).view(-1), PerPixel(hidden, _offsets).view(-1, 4));
    }

    private static Tensor PerPixel(Tensor pixels, Conv2d convolution) =>
        functional.linear(pixels, convolution.weight.view(convolution.out_channels, -1), convolution.bias);
}
