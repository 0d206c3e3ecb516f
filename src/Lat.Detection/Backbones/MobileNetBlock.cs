using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// An inverted residual (Sandler et al., 2018): `expand` 1x1, `depthwise` 3x3, `project` 1x1, and a short cut where stride and channels allow.
/// The first block of the network does not expand.
/// </summary>
internal sealed class MobileNetBlock : Module<Tensor, Tensor>
{
    private readonly SamePaddedConvolution? _expand;
    private readonly SamePaddedConvolution _depthwise, _project;
    private readonly bool _hasShortCut;

    public MobileNetBlock(int input, int expansion, int output, int stride) : base(nameof(MobileNetBlock))
    {
        var hidden = input * expansion;
        if (expansion > 1)
        {
            register_module("expand", _expand = new SamePaddedConvolution(input, hidden, 1));
        }

        register_module("depthwise", _depthwise = new SamePaddedConvolution(hidden, hidden, 3, stride, groups: hidden));
        register_module("project", _project = new SamePaddedConvolution(hidden, output, 1));
        _hasShortCut = stride == 1 && input == output;
    }

    /// <summary>What the block's expansion gives: [N, C * expansion, H, W], before the stride.</summary>
    public Tensor Expand(Tensor input) => _expand is null ? input : _expand.call(input).clamp_(0, 6);

    public override Tensor forward(Tensor input)
    {
        var x = _depthwise.call(Expand(input)).clamp_(0, 6);
        x = _project.call(x);
        return _hasShortCut ? x.add_(input) : x;
    }
}
