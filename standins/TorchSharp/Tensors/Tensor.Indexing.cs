namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Indexing by numbers, ranges, tensors and masks, as numpy has it.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => _ = index_put_(value, indices);
        }

        /// <summary>Indexing by tensors.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => _ = index_put_(value, indices);
        }

        /// <summary>Indexing by numbers.</summary>
        public Tensor this[params long[] indices]
        {
            get => index(Singles(indices));
            set => _ = index_put_(value, Singles(indices));
        }

        /// <inheritdoc cref="this[long[]]"/>
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => _ = index_put_(value, Singles(i1));
        }

        /// <inheritdoc cref="this[long[]]"/>
        public Tensor this[long i1, long i2]
        {
            get => index(Singles(i1, i2));
            set => _ = index_put_(value, Singles(i1, i2));
        }

        /// <inheritdoc cref="this[long[]]"/>
        public Tensor this[long i1, long i2, long i3]
        {
            get => index(Singles(i1, i2, i3));
            set => _ = index_put_(value, Singles(i1, i2, i3));
        }

        /// <inheritdoc cref="this[long[]]"/>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => index(Singles(i1, i2, i3, i4));
            set => _ = index_put_(value, Singles(i1, i2, i3, i4));
        }

        /// <summary>Indexing by numbers, ranges, tensors and masks, as numpy has it.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors) = Sliced(indices);
            return tensors is null ? view : Gathered(view, tensors);
        }

        /// <summary>Indexing by tensors.</summary>
        public Tensor index(params Tensor[] indices) => Operators.index__Tensor.Call(this, Argument.OptionalTensors(indices));

        /// <summary>Writes at the indexed places.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, accumulate: false);

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var filled = full([], value, dtype, device);
            return index_put_(filled, indices);
        }

        /// <summary>Writes at, or with <paramref name="accumulate"/> adds to, the indexed places.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            var (view, tensors) = Sliced(indices);
            if (tensors is not null)
            {
                Operators.index_put_.CallInPlace(view, Argument.OptionalTensors(tensors), value, accumulate);
            }
            else if (accumulate)
            {
                view.add_(value);
            }
            else
            {
                using var fitting = value.to(dtype, device);
                view.copy_(fitting);
            }

            view.Dispose();
            return this;
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, accumulate: false);

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var filled = full([], value, dtype, device);
            return index_put_(filled, indices);
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[], bool)"/>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Operators.index_put_.CallInPlace(this, Argument.OptionalTensors(indices), value, accumulate);

        private static TensorIndex[] Singles(params long[] indices) => Array.ConvertAll(indices, i => TensorIndex.Single(i));

        private static Tensor Gathered(Tensor view, Tensor?[] tensors)
        {
            var result = Operators.index__Tensor.Call(view, Argument.OptionalTensors(tensors));
            view.Dispose();
            return result;
        }

        // The view that numbers, ranges and new dimensions make, and the tensors that remain to index it by (null for none).
        private (Tensor View, Tensor?[]? Indices) Sliced(TensorIndex[] indices)
        {
            var taken = indices.Sum(Consumed);
            var view = alias();
            var tensors = new List<Tensor?>();
            foreach (var part in indices)
            {
                var dim = tensors.Count;
                switch (part.Type)
                {
                    case TensorIndex.Kind.Single:
                        Replace(ref view, view.select(dim, part.Start ?? 0));
                        break;
                    case TensorIndex.Kind.Slice or TensorIndex.Kind.Null:
                        if (part.Start is not null || part.Stop is not null || part.Step is not null)
                        {
                            Replace(ref view, view.slice(dim, part.Start ?? 0, part.Stop ?? long.MaxValue, part.Step ?? 1));
                        }

                        tensors.Add(null);
                        break;
                    case TensorIndex.Kind.None:
                        Replace(ref view, view.unsqueeze(dim));
                        tensors.Add(null);
                        break;
                    case TensorIndex.Kind.Ellipsis:
                        tensors.AddRange(new Tensor?[Dimensions - taken]);
                        break;
                    case TensorIndex.Kind.Bool:
                        Replace(ref view, view.unsqueeze(dim));
                        tensors.Add(tensor([part.Start != 0], device: device));
                        break;
                    case TensorIndex.Kind.Tensor:
                        tensors.Add(part.Indices);
                        tensors.AddRange(new Tensor?[Consumed(part) - 1]);
                        break;
                }
            }

            return (view, tensors.Any(entry => entry is not null) ? Compact(tensors) : null);
        }

        // A mask of d dimensions counts for d entries above, but stands as one in the operator's list.
        private static Tensor?[] Compact(List<Tensor?> tensors)
        {
            var compact = new List<Tensor?>();
            for (var i = 0; i < tensors.Count; i++)
            {
                compact.Add(tensors[i]);
                if (tensors[i] is { } tensor && tensor.dtype is ScalarType.Bool)
                {
                    i += (int)Math.Max(0, tensor.Dimensions - 1);
                }
            }

            return [.. compact];
        }

        private static long Consumed(TensorIndex part) => part.Type switch
        {
            TensorIndex.Kind.None or TensorIndex.Kind.Ellipsis or TensorIndex.Kind.Bool => 0,
            TensorIndex.Kind.Tensor when part.Indices!.dtype == ScalarType.Bool => Math.Max(1, part.Indices.Dimensions),
            _ => 1,
        };

        private static void Replace(ref Tensor view, Tensor next)
        {
            view.Dispose();
            view = next;
        }
    }
}
