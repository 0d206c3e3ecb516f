namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor zero_() => Operators.zero_.CallInPlace(this);

        public Tensor fill_(Scalar value) => Operators.fill___Scalar.CallInPlace(this, value);

        public Tensor copy_(Tensor source, bool nonBlocking = false) => Operators.copy_.CallInPlace(this, source, nonBlocking);

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            Operators.normal_.CallInPlace(this, mean, std, generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Operators.uniform_.CallInPlace(this, from, to, generator);

        public Tensor bernoulli(Generator? generator = null) => Operators.bernoulli.Call(this, generator);

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Operators.bernoulli___float.CallInPlace(this, p, generator);

        public Tensor bernoulli_(Tensor p, Generator? generator = null) => Operators.bernoulli___Tensor.CallInPlace(this, p, generator);

        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            Operators.exponential_.CallInPlace(this, lambda, generator);

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Operators.multinomial.Call(this, num_samples, replacement, generator);

        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Operators.zeros_like.Call(this, dtype, Argument.None, device).With(requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Operators.ones_like.Call(this, dtype, Argument.None, device).With(requires_grad);

        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Operators.empty_like.Call(this, dtype, Argument.None, device).With(requires_grad);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Operators.full_like.Call(this, value, dtype, Argument.None, device).With(requires_grad);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Operators.rand_like.Call(this, dtype, Argument.None, device).With(requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Operators.randn_like.Call(this, dtype, Argument.None, device).With(requires_grad);

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Operators.randint_like__low_dtype.Call(this, low, high, dtype, Argument.None, device).With(requires_grad);

        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);

        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);

        internal Tensor With(bool requiresGrad) => requiresGrad ? requires_grad_() : this;
    }
}
