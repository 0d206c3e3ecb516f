namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Operators.sum.Call(this, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum__dim_IntList.Call(this, new[] { dim }, keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum__dim_IntList.Call(this, new[] { dim0, dim1 }, keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum__dim_IntList.Call(this, new[] { dim0, dim1, dim2 }, keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum__dim_IntList.Call(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Operators.sum__dim_IntList.Call(this, dim, keepdim, type);

        public Tensor mean() => Operators.mean.Call(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Operators.mean__dim.Call(this, dimensions, keepdim, type);

        public Tensor nansum() => Operators.nansum.Call(this);

        public Tensor prod(ScalarType? type = null) => Operators.prod.Call(this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Operators.prod__dim_int.Call(this, dim, keepdim, type);

        public Tensor all() => Operators.all.Call(this);

        public Tensor all(long dim, bool keepdim = false) => Operators.all__dim.Call(this, dim, keepdim);

        public Tensor any() => Operators.any.Call(this);

        public Tensor any(long dim, bool keepdim = false) => Operators.any__dim.Call(this, dim, keepdim);

        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Operators.count_nonzero.Call(this) : Operators.count_nonzero__dim_IntList.Call(this, dims);

        public Tensor logsumexp(long dim, bool keepdim = false) => Operators.logsumexp.Call(this, new[] { dim }, keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => Operators.cumsum.Call(this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Operators.cumprod.Call(this, dim, type);

        public (Tensor values, Tensor indexes) cummax(long dim) => Operators.cummax.CallPair(this, dim);

        public (Tensor values, Tensor indexes) cummin(long dim) => Operators.cummin.CallPair(this, dim);

        public Tensor norm(float p = 2) => Operators.norm__Scalar.Call(this, (double)p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) =>
            Operators.norm__ScalarOpt_dim.Call(this, (double)p, new[] { (long)dim }, keepdim);

        public Tensor dist(Tensor other, float p = 2) => Operators.dist.Call(this, other, (double)p);

        public Tensor trace() => Operators.trace.Call(this);

        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Operators.diff.Call(this, n, dim, prepend, append);
    }
}
