namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What the forward half of a function leaves for its backward half.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];
            private bool _materialize = true;

            internal AutogradContext()
            {
            }

            /// <summary>Whether a missing gradient of an output arrives as zeros (the default) instead of null.</summary>
            public bool MaterializeGrads => _materialize;

            internal List<Tensor> ToSave { get; private set; } = [];

            internal List<Tensor> NonDifferentiable { get; private set; } = [];

            internal nint Node { get; set; }

            /// <summary>Keeps inputs or outputs of the forward half, without leaking the graph.</summary>
            public void save_for_backward(List<Tensor> tensors) => ToSave = tensors;

            /// <summary>The saved tensors, new handles; only while the backward half runs.</summary>
            public unsafe List<Tensor> get_saved_variables()
            {
                if (Node == 0)
                {
                    throw new InvalidOperationException("Saved variables exist only while the backward half runs.");
                }

                var handles = new nint[SavedCount];
                fixed (nint* first = handles)
                {
                    NativeApi.Check(NativeApi.Table.Saved(Node, first));
                }

                return [.. handles.Select(handle => Tensor.FromNative(handle)!)];
            }

            /// <summary>Keeps any other object.</summary>
            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>An object that was kept.</summary>
            public object get_data(string key) => _data[key];

            /// <summary>Says which outputs have no gradient.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => NonDifferentiable = tensors;

            /// <summary>Sets <see cref="MaterializeGrads"/>.</summary>
            public void set_materialize_grads(bool value) => _materialize = value;

            internal int SavedCount { get; private set; }

            /// <summary>Forgets the forward half's tensors once the graph holds them.</summary>
            internal void Forwarded()
            {
                SavedCount = ToSave.Count;
                ToSave = [];
                NonDifferentiable = [];
            }

            /// <inheritdoc/>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Forgets what was kept.</summary>
            protected virtual void Dispose(bool disposing) => _data.Clear();
        }
    }
}
