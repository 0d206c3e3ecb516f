namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor logical_and(Tensor other) => Operators.logical_and.Call(this, other);

        public Tensor logical_and_(Tensor other) => Operators.logical_and_.CallInPlace(this, other);

        public Tensor logical_or(Tensor other) => Operators.logical_or.Call(this, other);

        public Tensor logical_or_(Tensor other) => Operators.logical_or_.CallInPlace(this, other);

        public Tensor logical_xor(Tensor other) => Operators.logical_xor.Call(this, other);

        public Tensor logical_xor_(Tensor other) => Operators.logical_xor_.CallInPlace(this, other);

        public Tensor bitwise_and(Tensor other) => Operators.bitwise_and__Tensor.Call(this, other);

        public Tensor bitwise_and_(Tensor other) => Operators.bitwise_and___Tensor.CallInPlace(this, other);

        public Tensor bitwise_or(Tensor other) => Operators.bitwise_or__Tensor.Call(this, other);

        public Tensor bitwise_or_(Tensor other) => Operators.bitwise_or___Tensor.CallInPlace(this, other);

        public Tensor bitwise_xor(Tensor other) => Operators.bitwise_xor__Tensor.Call(this, other);

        public Tensor bitwise_xor_(Tensor other) => Operators.bitwise_xor___Tensor.CallInPlace(this, other);

        public Tensor bitwise_left_shift(Tensor other) => Operators.bitwise_left_shift__Tensor.Call(this, other);

        public Tensor bitwise_right_shift(Tensor other) => Operators.bitwise_right_shift__Tensor.Call(this, other);
    }
}
