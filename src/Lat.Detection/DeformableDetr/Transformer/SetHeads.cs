using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// What makes scores and boxes of queries: `class_embed` and `bbox_embed`. All layers of the decoder share them, `.0`, unless boxes are refined: then each
/// has its own, and the encoder of the two-stage variant has the last.
/// </summary>
internal sealed class SetHeads
{
    private readonly Linear[] _classes;
    private readonly MultiLayerPerceptron[] _boxes;

    public SetHeads(DeformableDetrOptions options, int classCount, Action<string, Module> register)
    {
        var count = !options.RefinesBoxes ? 1 : options.DecoderLayers + (options.TwoStage ? 1 : 0);
        _classes = [.. Enumerable.Range(0, count).Select(_ => Linear(options.Width, classCount))];
        _boxes = [.. Enumerable.Range(0, count).Select(_ => new MultiLayerPerceptron(options.Width, 4))];
        register("class_embed", ModuleList(_classes));
        register("bbox_embed", ModuleList(_boxes));
    }

    /// <summary>[…, C] to the logits of the classes, […, K].</summary>
    public Tensor ClassesOf(int layer, Tensor hidden) => _classes[Math.Min(layer, _classes.Length - 1)].call(hidden);

    /// <summary>[…, C] to centre and sides, […, 4], as numbers whose sigmoid is taken once a reference has been added.</summary>
    public Tensor BoxesOf(int layer, Tensor hidden) => _boxes[Math.Min(layer, _boxes.Length - 1)].call(hidden);
}
