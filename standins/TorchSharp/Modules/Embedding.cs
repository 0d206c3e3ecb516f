using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Rows of a table by their numbers.</summary>
    public sealed class Embedding : Module<Tensor, Tensor>
    {
        private readonly long _padding;
        private readonly double? _maxNorm;
        private readonly double _normType;
        private readonly bool _byFrequency;
        private readonly bool _sparse;

        internal Embedding(Tensor rows, bool freeze, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse) : base(nameof(Embedding))
        {
            (_padding, _maxNorm, _normType, _byFrequency, _sparse) = (padding_idx ?? -1, max_norm, norm_type, scale_grad_by_freq, sparse);
            register_parameter("weight", new Parameter(rows, !freeze));
        }

        public Parameter weight
        {
            get => _internal_params["weight"]!;
            set => ConditionallyRegisterParameter("weight", value);
        }

        public override Tensor forward(Tensor input) => Lookup(input);

        private Tensor Lookup(Tensor input)
        {
            if (_maxNorm is { } limit)
            {
                using var still = no_grad();
                using var places = input.contiguous();
                Operators.embedding_renorm_.CallForEffect(weight, places, limit, _normType);
            }

            return Operators.embedding.Call(weight, input, _padding, _byFrequency, _sparse);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                using var rows = randn([num_embeddings, embedding_dims], dtype, device);
                return new(rows, false, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }

            public static Modules.Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                using var rows = embeddings.to(dtype ?? embeddings.dtype, device ?? embeddings.device);
                return new(rows, freeze, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }
        }
    }
}
