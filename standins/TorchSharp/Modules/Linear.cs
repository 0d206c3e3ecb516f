using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>y = x · weightᵀ + bias, weight [out, in].</summary>
    public class Linear : Module<Tensor, Tensor>
    {
        internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
        {
            (out_features, in_features) = (weight.size(0), weight.size(1));
            register_parameter("weight", weight);
            register_parameter("bias", bias);
        }

        internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
        {
            (in_features, out_features) = (inputSize, outputSize);
            using var weights = empty([outputSize, inputSize], dtype, device);
            register_parameter("weight", new Parameter(weights));
            init.kaiming_uniform_(weight, Math.Sqrt(5));
            using var biases = hasBias ? empty([outputSize], dtype, device) : null;
            register_parameter("bias", biases is null ? null : new Parameter(biases));
            if (bias is not null)
            {
                var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
                init.uniform_(bias, -bound, bound);
            }
        }

        public long in_features { get; set; }

        public long out_features { get; set; }

        public Parameter weight
        {
            get => _internal_params["weight"]!;
            set => ConditionallyRegisterParameter("weight", value);
        }

        public Parameter? bias
        {
            get => _internal_params["bias"];
            set => ConditionallyRegisterParameter("bias", value);
        }

        public override Tensor forward(Tensor tensor) => functional.linear(tensor, weight, bias);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) => new(weight, bias);
        }
    }
}
