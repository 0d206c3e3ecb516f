namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether gradients with respect to this tensor are recorded.</summary>
        public unsafe bool requires_grad
        {
            get => NativeApi.Table.RequiresGrad(Handle) != 0;
            set => NativeApi.Check(NativeApi.Table.SetRequiresGrad(Handle, value ? 1 : 0));
        }

        /// <summary>The accumulated gradient, a new handle; null where there is none.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                nint gradient;
                NativeApi.Check(NativeApi.Table.Grad(Handle, &gradient));
                return FromNative(gradient);
            }
            set
            {
                NativeApi.Check(NativeApi.Table.SetGrad(Handle, value?.Handle ?? 0));
                GC.KeepAlive(value);
            }
        }

        /// <summary>Whether it is no result of a recorded operation.</summary>
        public unsafe bool is_leaf => NativeApi.Table.IsLeaf(Handle) != 0;

        /// <summary>Sets <see cref="requires_grad"/>.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <inheritdoc cref="requires_grad_"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is no leaf.</summary>
        public unsafe void retain_grad() => NativeApi.Check(NativeApi.Table.RetainGrad(Handle));

        /// <summary>Computes the gradients of the leaves and adds them to their <see cref="grad"/>.</summary>
        public void backward() => backward(null);

        /// <inheritdoc cref="backward()"/>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }
}
