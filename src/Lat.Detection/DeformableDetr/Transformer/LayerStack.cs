using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>The layers of an encoder or a decoder, `layers.0`, `layers.1`, ….</summary>
internal sealed class LayerStack<T> : Module
    where T : Module
{
    public LayerStack(int count, Func<T> create) : base(nameof(LayerStack<>))
    {
        Layers = [.. Enumerable.Range(0, count).Select(_ => create())];
        register_module("layers", ModuleList([.. Layers]));
    }

    public IReadOnlyList<T> Layers { get; }
}
