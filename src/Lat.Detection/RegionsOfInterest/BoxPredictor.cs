using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// Class logits and class-specific box offsets, `cls_score` and `bbox_pred` as torchvision names them. Column 0 is background; its offsets
/// exist, as in torchvision, and are never used.
/// </summary>
public sealed class BoxPredictor : Module<Tensor, (Tensor Logits, Tensor Offsets)>
{
    private readonly Linear _logits, _offsets;

    /// <param name="width">Width of the features.</param>
    /// <param name="classCount">Classes without background: K.</param>
    /// <param name="classAgnostic">Whether one regressor serves all classes.</param>
    public BoxPredictor(int width, int classCount, bool classAgnostic = false) : base(nameof(BoxPredictor))
    {
        register_module("cls_score", _logits = Linear(width, classCount + 1));
        register_module("bbox_pred", _offsets = Linear(width, classAgnostic ? 4 : (classCount + 1) * 4));
    }

    /// <summary>[R, width] to logits [R, 1 + K] and offsets [R, (1 + K) * 4], or [R, 4] of one regressor for all classes.</summary>
    public override (Tensor Logits, Tensor Offsets) forward(Tensor features) => (_logits.call(features), _offsets.call(features));
}
