using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Normalization of groups of channels.</summary>
    public sealed class GroupNorm : Module<Tensor, Tensor>
    {
        internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype) : base(nameof(GroupNorm))
        {
            (this.num_groups, this.eps, this.affine) = (num_groups, eps, affine);
            using var ones = affine ? torch.ones([num_channels], dtype, device) : null;
            using var zeros = affine ? torch.zeros([num_channels], dtype, device) : null;
            register_parameter("weight", ones is null ? null : new Parameter(ones));
            register_parameter("bias", zeros is null ? null : new Parameter(zeros));
        }

        public long num_groups { get; set; }

        public double eps { get; set; }

        public bool affine { get; set; }

        public Parameter? weight
        {
            get => _internal_params["weight"];
            set => ConditionallyRegisterParameter("weight", value);
        }

        public Parameter? bias
        {
            get => _internal_params["bias"];
            set => ConditionallyRegisterParameter("bias", value);
        }

        public override Tensor forward(Tensor tensor) => functional.group_norm(tensor, num_groups, weight, bias, eps);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) => new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}
