namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns. It takes over the handle's data and belongs to no dispose scope once registered.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>A parameter with the tensor's data.</summary>
    public Parameter(torch.Tensor data, bool requires_grad = true) : base(Share(data))
    {
        this.requires_grad = requires_grad;
        GC.KeepAlive(data);
    }

    // A detached handle: the parameter must be a leaf whatever the tensor's history.
    private static nint Share(torch.Tensor data)
    {
        using var detached = data.detach();
        return detached.DecoupleFromNativeHandle();
    }
}
