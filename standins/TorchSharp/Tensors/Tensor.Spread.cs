namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor std(bool unbiased = true) => Operators.std.Call(this, unbiased);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Operators.std__dim.Call(this, new[] { dim }, unbiased, keepdim).As(type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Operators.std__dim.Call(this, dimensions, unbiased, keepdim).As(type);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Operators.std__dim.Call(this, dimensions, unbiased, keepdim).As(type);

        public Tensor var(bool unbiased = true) => Operators.var.Call(this, unbiased);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Operators.var__dim.Call(this, new[] { dim }, unbiased, keepdim).As(type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Operators.var__dim.Call(this, dimensions, unbiased, keepdim).As(type);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Operators.var__dim.Call(this, dimensions, unbiased, keepdim).As(type);

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Operators.std_mean.CallPair(this, unbiased);

        public (Tensor var, Tensor mean) var_mean(bool unbiased = true) => Operators.var_mean.CallPair(this, unbiased);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Operators.quantile.Call(this, q, dim, keepdim);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Operators.histc.Call(this, bins, min, max);

        public Tensor bincount(Tensor? weights, long minlength = 0) => Operators.bincount.Call(this, weights, minlength);

        private Tensor As(ScalarType? type) => type is { } wanted ? to_type(wanted, disposeAfter: true) : this;
    }
}
