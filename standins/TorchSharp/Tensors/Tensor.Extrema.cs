namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor max() => Operators.max.Call(this);

        public Tensor max(Tensor other) => Operators.max__other.Call(this, other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Operators.max__dim.CallPair(this, dim, keepdim);

        public Tensor min() => Operators.min.Call(this);

        public Tensor min(Tensor other) => Operators.min__other.Call(this, other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Operators.min__dim.CallPair(this, dim, keepdim);

        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Operators.aminmax.CallPair(this, dim, keepdim);

        public Tensor amax(params long[] dims) => Operators.amax.Call(this, dims);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Operators.amax.Call(this, dims, keepdim) : Operators.amax__out.CallOut(this, dims, keepdim, @out);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amax(dims.ToArray(), keepdim, @out);

        public Tensor amin(params long[] dims) => Operators.amin.Call(this, dims);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Operators.amin.Call(this, dims, keepdim) : Operators.amin__out.CallOut(this, dims, keepdim, @out);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amin(dims.ToArray(), keepdim, @out);

        public Tensor argmax() => Operators.argmax.Call(this);

        public Tensor argmax(long dim, bool keepdim = false) => Operators.argmax.Call(this, dim, keepdim);

        public Tensor argmin() => Operators.argmin.Call(this);

        public Tensor argmin(long dim, bool keepdim = false) => Operators.argmin.Call(this, dim, keepdim);

        public Tensor median() => Operators.median.Call(this);
    }
}
