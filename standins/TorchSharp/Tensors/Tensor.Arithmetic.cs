namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Operators.add__Tensor.Call(this, target);

        public Tensor add(Tensor target, Scalar alpha) => Operators.add__Tensor.Call(this, target, alpha);

        public Tensor add(Scalar scalar) => Operators.add__Scalar.Call(this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => Operators.add__Scalar.Call(this, scalar, alpha);

        public Tensor add_(Tensor target) => Operators.add___Tensor.CallInPlace(this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Operators.add___Tensor.CallInPlace(this, target, alpha);

        public Tensor add_(Scalar scalar) => Operators.add___Scalar.CallInPlace(this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => Operators.add___Scalar.CallInPlace(this, scalar, alpha);

        public Tensor sub(Tensor target) => Operators.sub__Tensor.Call(this, target);

        public Tensor sub(Scalar target) => Operators.sub__Scalar.Call(this, target);

        public Tensor sub_(Tensor target) => Operators.sub___Tensor.CallInPlace(this, target);

        public Tensor sub_(Scalar target) => Operators.sub___Scalar.CallInPlace(this, target);

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor subtract_(Scalar target) => sub_(target);

        public Tensor mul(Tensor target) => Operators.mul__Tensor.Call(this, target);

        public Tensor mul(Scalar target) => Operators.mul__Scalar.Call(this, target);

        public Tensor mul_(Tensor target) => Operators.mul___Tensor.CallInPlace(this, target);

        public Tensor mul_(Scalar target) => Operators.mul___Scalar.CallInPlace(this, target);

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor remainder(Tensor target) => Operators.remainder__Tensor.Call(this, target);

        public Tensor remainder(Scalar scalar) => Operators.remainder__Scalar.Call(this, scalar);

        public Tensor remainder_(Tensor target) => Operators.remainder___Tensor.CallInPlace(this, target);

        public Tensor remainder_(Scalar scalar) => Operators.remainder___Scalar.CallInPlace(this, scalar);

        public Tensor fmod(Tensor target) => Operators.fmod__Tensor.Call(this, target);

        public Tensor fmod(Scalar scalar) => Operators.fmod__Scalar.Call(this, scalar);

        public Tensor fmod_(Tensor target) => Operators.fmod___Tensor.CallInPlace(this, target);

        public Tensor fmod_(Scalar scalar) => Operators.fmod___Scalar.CallInPlace(this, scalar);

        public Tensor floor_divide(Tensor other) => Operators.floor_divide.Call(this, other);

        public Tensor floor_divide(Scalar other) => Operators.floor_divide__Scalar.Call(this, other);

        public Tensor floor_divide_(Tensor other) => Operators.floor_divide___Tensor.CallInPlace(this, other);

        public Tensor floor_divide_(Scalar other) => Operators.floor_divide___Scalar.CallInPlace(this, other);

        public Tensor true_divide(Tensor other) => div(other);

        public Tensor true_divide(Scalar other) => div(other);

        public Tensor true_divide_(Tensor other) => div_(other);

        public Tensor true_divide_(Scalar other) => div_(other);

        public Tensor pow(Tensor exponent) => Operators.pow__Tensor_Tensor.Call(this, exponent);

        public Tensor pow(Scalar exponent) => Operators.pow__Tensor_Scalar.Call(this, exponent);

        public Tensor pow_(Tensor exponent) => Operators.pow___Tensor.CallInPlace(this, exponent);

        public Tensor pow_(Scalar exponent) => Operators.pow___Scalar.CallInPlace(this, exponent);

        public Tensor absolute() => abs();

        public Tensor absolute_() => abs_();

        public Tensor negative() => neg();

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Operators.addcmul.Call(this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Operators.addcmul_.CallInPlace(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Operators.addcdiv.Call(this, tensor1, tensor2);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Operators.addcdiv.Call(this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Operators.addcdiv_.CallInPlace(this, tensor1, tensor2);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Operators.addcdiv_.CallInPlace(this, tensor1, tensor2, value);

        public Tensor lerp(Tensor end, Tensor weight) => Operators.lerp__Tensor.Call(this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight) => Operators.lerp___Tensor.CallInPlace(this, end, weight);

        public Tensor atan2(Tensor other) => Operators.atan2.Call(this, other);

        public Tensor atan2_(Tensor other) => Operators.atan2_.CallInPlace(this, other);

        public Tensor hypot(Tensor other) => Operators.hypot.Call(this, other);

        public Tensor logaddexp(Tensor other) => Operators.logaddexp.Call(this, other);

        public Tensor copysign(Tensor other) => Operators.copysign__Tensor.Call(this, other);

        public Tensor xlogy(Tensor y) => Operators.xlogy__Tensor.Call(this, y);

        public Tensor xlogy(Scalar y) => Operators.xlogy__Scalar_Other.Call(this, y);
    }
}
