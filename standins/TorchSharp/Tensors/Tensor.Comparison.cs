namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Operators.eq__Tensor.Call(this, target);

        public Tensor eq(Scalar target) => Operators.eq__Scalar.Call(this, target);

        public Tensor eq_(Tensor target) => Operators.eq___Tensor.CallInPlace(this, target);

        public Tensor eq_(Scalar target) => Operators.eq___Scalar.CallInPlace(this, target);

        public Tensor ne(Tensor target) => Operators.ne__Tensor.Call(this, target);

        public Tensor ne(Scalar target) => Operators.ne__Scalar.Call(this, target);

        public Tensor ne_(Tensor target) => Operators.ne___Tensor.CallInPlace(this, target);

        public Tensor ne_(Scalar target) => Operators.ne___Scalar.CallInPlace(this, target);

        public Tensor lt(Tensor target) => Operators.lt__Tensor.Call(this, target);

        public Tensor lt(Scalar target) => Operators.lt__Scalar.Call(this, target);

        public Tensor lt_(Tensor target) => Operators.lt___Tensor.CallInPlace(this, target);

        public Tensor lt_(Scalar target) => Operators.lt___Scalar.CallInPlace(this, target);

        public Tensor le(Tensor target) => Operators.le__Tensor.Call(this, target);

        public Tensor le(Scalar target) => Operators.le__Scalar.Call(this, target);

        public Tensor le_(Tensor target) => Operators.le___Tensor.CallInPlace(this, target);

        public Tensor le_(Scalar target) => Operators.le___Scalar.CallInPlace(this, target);

        public Tensor gt(Tensor target) => Operators.gt__Tensor.Call(this, target);

        public Tensor gt(Scalar target) => Operators.gt__Scalar.Call(this, target);

        public Tensor gt_(Tensor target) => Operators.gt___Tensor.CallInPlace(this, target);

        public Tensor gt_(Scalar target) => Operators.gt___Scalar.CallInPlace(this, target);

        public Tensor ge(Tensor target) => Operators.ge__Tensor.Call(this, target);

        public Tensor ge(Scalar target) => Operators.ge__Scalar.Call(this, target);

        public Tensor ge_(Tensor target) => Operators.ge___Tensor.CallInPlace(this, target);

        public Tensor ge_(Scalar target) => Operators.ge___Scalar.CallInPlace(this, target);

        public Tensor equal(Tensor target) => eq(target);

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor greater(Tensor target) => gt(target);

        public Tensor greater_equal(Tensor target) => ge(target);

        public Tensor less(Tensor target) => lt(target);

        public Tensor less_equal(Tensor target) => le(target);

        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
            Operators.allclose.CallBool(this, target, rtol, atol, equal_nan);

        public Tensor isclose(Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false) =>
            Operators.isclose.Call(this, other, rtol, atol, nanEqual);

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Operators.isin__Tensor_Tensor.Call(this, test_elements, assumeUnique, invert);
    }
}
