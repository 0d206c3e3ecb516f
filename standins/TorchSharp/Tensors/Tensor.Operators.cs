namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => Operators.add__Tensor.Call(left, right);

        public static Tensor operator +(Tensor left, Scalar right) => Operators.add__Scalar.Call(left, right);

        public static Tensor operator +(Tensor left, int right) => Operators.add__Scalar.Call(left, (long)right);

        public static Tensor operator +(Tensor left, long right) => Operators.add__Scalar.Call(left, (long)right);

        public static Tensor operator +(Tensor left, float right) => Operators.add__Scalar.Call(left, (double)right);

        public static Tensor operator +(Tensor left, double right) => Operators.add__Scalar.Call(left, (double)right);

        public static Tensor operator +(Scalar left, Tensor right) => Operators.add__Scalar.Call(right, left);

        public static Tensor operator +(int left, Tensor right) => Operators.add__Scalar.Call(right, (long)left);

        public static Tensor operator +(long left, Tensor right) => Operators.add__Scalar.Call(right, (long)left);

        public static Tensor operator +(float left, Tensor right) => Operators.add__Scalar.Call(right, (double)left);

        public static Tensor operator +(double left, Tensor right) => Operators.add__Scalar.Call(right, (double)left);

        public static Tensor operator -(Tensor left, Tensor right) => Operators.sub__Tensor.Call(left, right);

        public static Tensor operator -(Tensor left, Scalar right) => Operators.sub__Scalar.Call(left, right);

        public static Tensor operator -(Tensor left, int right) => Operators.sub__Scalar.Call(left, (long)right);

        public static Tensor operator -(Tensor left, long right) => Operators.sub__Scalar.Call(left, (long)right);

        public static Tensor operator -(Tensor left, float right) => Operators.sub__Scalar.Call(left, (double)right);

        public static Tensor operator -(Tensor left, double right) => Operators.sub__Scalar.Call(left, (double)right);

        public static Tensor operator -(Scalar left, Tensor right) => Operators.rsub__Scalar.Call(right, left);

        public static Tensor operator -(int left, Tensor right) => Operators.rsub__Scalar.Call(right, (long)left);

        public static Tensor operator -(long left, Tensor right) => Operators.rsub__Scalar.Call(right, (long)left);

        public static Tensor operator -(float left, Tensor right) => Operators.rsub__Scalar.Call(right, (double)left);

        public static Tensor operator -(double left, Tensor right) => Operators.rsub__Scalar.Call(right, (double)left);

        public static Tensor operator *(Tensor left, Tensor right) => Operators.mul__Tensor.Call(left, right);

        public static Tensor operator *(Tensor left, Scalar right) => Operators.mul__Scalar.Call(left, right);

        public static Tensor operator *(Tensor left, int right) => Operators.mul__Scalar.Call(left, (long)right);

        public static Tensor operator *(Tensor left, long right) => Operators.mul__Scalar.Call(left, (long)right);

        public static Tensor operator *(Tensor left, float right) => Operators.mul__Scalar.Call(left, (double)right);

        public static Tensor operator *(Tensor left, double right) => Operators.mul__Scalar.Call(left, (double)right);

        public static Tensor operator *(Scalar left, Tensor right) => Operators.mul__Scalar.Call(right, left);

        public static Tensor operator *(int left, Tensor right) => Operators.mul__Scalar.Call(right, (long)left);

        public static Tensor operator *(long left, Tensor right) => Operators.mul__Scalar.Call(right, (long)left);

        public static Tensor operator *(float left, Tensor right) => Operators.mul__Scalar.Call(right, (double)left);

        public static Tensor operator *(double left, Tensor right) => Operators.mul__Scalar.Call(right, (double)left);

        public static Tensor operator /(Tensor left, Tensor right) => Operators.div__Tensor.Call(left, right);

        public static Tensor operator /(Tensor left, Scalar right) => Operators.div__Scalar.Call(left, right);

        public static Tensor operator /(Tensor left, int right) => Operators.div__Scalar.Call(left, (long)right);

        public static Tensor operator /(Tensor left, long right) => Operators.div__Scalar.Call(left, (long)right);

        public static Tensor operator /(Tensor left, float right) => Operators.div__Scalar.Call(left, (double)right);

        public static Tensor operator /(Tensor left, double right) => Operators.div__Scalar.Call(left, (double)right);

        public static Tensor operator /(Scalar left, Tensor right) => Reciprocal(right, left);

        public static Tensor operator /(int left, Tensor right) => Reciprocal(right, left);

        public static Tensor operator /(long left, Tensor right) => Reciprocal(right, left);

        public static Tensor operator /(float left, Tensor right) => Reciprocal(right, left);

        public static Tensor operator /(double left, Tensor right) => Reciprocal(right, left);

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);

        public static Tensor operator %(Tensor left, int right) => left.remainder(right);

        public static Tensor operator %(Tensor left, long right) => left.remainder(right);

        public static Tensor operator %(Tensor left, float right) => left.remainder(right);

        public static Tensor operator %(Tensor left, double right) => left.remainder(right);

        private static Tensor Reciprocal(Tensor divisor, Scalar dividend)
        {
            using var reciprocal = divisor.reciprocal();
            return reciprocal.mul(dividend);
        }
    }
}
