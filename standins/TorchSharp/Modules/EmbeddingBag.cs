using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Joins the rows of a table that belong to a bag.</summary>
    public sealed class EmbeddingBag : Module<Tensor, Tensor?, Tensor?, Tensor>
    {
        private readonly EmbeddingBagMode _mode;
        private readonly double? _maxNorm;
        private readonly double _normType;
        private readonly bool _byFrequency;
        private readonly bool _sparse;
        private readonly bool _lastOffset;
        private readonly long _padding;

        internal EmbeddingBag(
            Tensor rows, bool freeze, double? maxNorm, double normType, bool byFrequency, EmbeddingBagMode mode, bool sparse, bool lastOffset, long padding)
            : base(nameof(EmbeddingBag))
        {
            (_mode, _maxNorm, _normType, _byFrequency, _sparse, _lastOffset, _padding) =
                (mode, maxNorm, normType, byFrequency, sparse, lastOffset, padding);
            register_parameter("weight", new Parameter(rows, !freeze));
        }

        public Parameter weight
        {
            get => _internal_params["weight"]!;
            set => ConditionallyRegisterParameter("weight", value);
        }

        /// <summary>Bags of equal size: one a row of <paramref name="input"/>.</summary>
        public Tensor call(Tensor input) => call(input, null, null);

        /// <summary>Bags that start at <paramref name="offsets"/> in a flat <paramref name="input"/>.</summary>
        public Tensor call(Tensor input, Tensor offsets) => call(input, offsets, null);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
        {
            using var scope = NewDisposeScope();
            if (input.ndim == 2)
            {
                offsets = arange(0, input.numel(), input.size(1), device: input.device);
                input = input.reshape(-1);
                perSampleWeights = perSampleWeights?.reshape(-1);
            }

            if (_maxNorm is { } limit)
            {
                using var still = no_grad();
                Operators.embedding_renorm_.CallForEffect(weight, input, limit, _normType);
            }

            var rows = Operators.embedding_bag__padding_idx.CallAll(
                weight, input, offsets, _byFrequency, (long)_mode, _sparse, perSampleWeights, _lastOffset, _padding < 0 ? Argument.None : _padding);
            return scope.MoveToOuter(rows[0]);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.EmbeddingBag EmbeddingBag(
                long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false,
                EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
                Device? device = null, ScalarType? dtype = null)
            {
                using var rows = randn([num_embeddings, embedding_dims], dtype, device);
                return new(rows, false, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index);
            }

            public static Modules.EmbeddingBag EmbeddingBag_from_pretrained(
                Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false,
                EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
                Device? device = null, ScalarType? dtype = null)
            {
                using var rows = embeddings.to(dtype ?? embeddings.dtype, device ?? embeddings.device);
                return new(rows, freeze, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index);
            }
        }
    }
}
