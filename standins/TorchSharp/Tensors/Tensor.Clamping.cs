namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Operators.clamp.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Operators.clamp__Tensor.Call(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Operators.clamp_.CallInPlace(this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Operators.clamp___Tensor.CallInPlace(this, min, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_max(Scalar max) => Operators.clamp_max.Call(this, max);

        public Tensor clamp_max_(Scalar max) => Operators.clamp_max_.CallInPlace(this, max);

        public Tensor clamp_min(Scalar min) => Operators.clamp_min.Call(this, min);

        public Tensor clamp_min_(Scalar min) => Operators.clamp_min_.CallInPlace(this, min);

        public Tensor maximum(Tensor other) => Operators.maximum.Call(this, other);

        public Tensor minimum(Tensor other) => Operators.minimum.Call(this, other);

        public Tensor fmax(Tensor other) => Operators.fmax.Call(this, other);

        public Tensor fmin(Tensor other) => Operators.fmin.Call(this, other);
    }
}
