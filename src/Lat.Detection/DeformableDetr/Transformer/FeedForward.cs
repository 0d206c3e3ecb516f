using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>Two linear layers with a ReLU between them, added to what they are given. They are registered in the layer of the transformer that has them.</summary>
internal sealed class FeedForward
{
    private readonly Linear _first, _second;
    private readonly double _dropout;

    public FeedForward(DeformableDetrOptions options, Action<string, Module> register)
    {
        _dropout = options.Dropout;
        register("linear1", _first = Linear(options.Width, options.HiddenWidth));
        register("linear2", _second = Linear(options.HiddenWidth, options.Width));
    }

    /// <summary>[N, S, C] to [N, S, C].</summary>
    public Tensor Apply(Tensor input, bool training)
    {
        using var scope = NewDisposeScope();
        var hidden = functional.dropout(_first.call(input).relu_(), _dropout, training);
        return scope.MoveToOuter(input.add(functional.dropout(_second.call(hidden), _dropout, training)));
    }
}
