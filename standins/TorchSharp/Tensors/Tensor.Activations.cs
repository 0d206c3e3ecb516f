namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => Operators.relu.Call(this);

        public Tensor relu_() => Operators.relu_.CallInPlace(this);

        public Tensor relu6() => Operators.relu6.Call(this);

        public Tensor relu6_() => Operators.relu6_.CallInPlace(this);

        public Tensor gelu() => Operators.gelu.Call(this);

        public Tensor silu() => Operators.silu.Call(this);

        public Tensor silu_() => Operators.silu_.CallInPlace(this);

        public Tensor selu() => Operators.selu.Call(this);

        public Tensor selu_() => Operators.selu_.CallInPlace(this);

        public Tensor hardsigmoid() => Operators.hardsigmoid.Call(this);

        public Tensor hardsigmoid_() => Operators.hardsigmoid_.CallInPlace(this);

        public Tensor hardswish() => Operators.hardswish.Call(this);

        public Tensor hardswish_() => Operators.hardswish_.CallInPlace(this);

        public Tensor log_sigmoid() => Operators.log_sigmoid.Call(this);

        public Tensor softplus(double beta = 1, double threshold = 20) => Operators.softplus.Call(this, beta, threshold);

        public Tensor leaky_relu(Scalar negative_slope) => Operators.leaky_relu.Call(this, negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope) => Operators.leaky_relu_.CallInPlace(this, negative_slope);

        public Tensor elu(double alpha = 1) => Operators.elu.Call(this, alpha);

        public Tensor glu(long dim = -1) => Operators.glu.Call(this, dim);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Operators.softmax__int.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Operators.log_softmax__int.Call(this, dim, dtype);
    }
}
