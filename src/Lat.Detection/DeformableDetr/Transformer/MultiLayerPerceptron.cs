using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>Three linear layers with ReLUs between them, `layers.0` to `layers.2`: what makes a box of a query.</summary>
internal sealed class MultiLayerPerceptron : Module<Tensor, Tensor>
{
    private readonly Linear[] _layers;

    public MultiLayerPerceptron(int width, int outputs) : base(nameof(MultiLayerPerceptron))
    {
        _layers = [Linear(width, width), Linear(width, width), Linear(width, outputs)];
        register_module("layers", ModuleList(_layers));
    }

    /// <summary>[…, C] to […, outputs].</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(_layers[2].call(_layers[1].call(_layers[0].call(input).relu_()).relu_()));
    }
}
