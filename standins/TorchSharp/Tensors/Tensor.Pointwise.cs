namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Operators.abs.Call(this);

        public Tensor abs_() => Operators.abs_.CallInPlace(this);

        public Tensor acos() => Operators.acos.Call(this);

        public Tensor acos_() => Operators.acos_.CallInPlace(this);

        public Tensor acosh() => Operators.acosh.Call(this);

        public Tensor acosh_() => Operators.acosh_.CallInPlace(this);

        public Tensor asin() => Operators.asin.Call(this);

        public Tensor asin_() => Operators.asin_.CallInPlace(this);

        public Tensor asinh() => Operators.asinh.Call(this);

        public Tensor asinh_() => Operators.asinh_.CallInPlace(this);

        public Tensor atan() => Operators.atan.Call(this);

        public Tensor atan_() => Operators.atan_.CallInPlace(this);

        public Tensor atanh() => Operators.atanh.Call(this);

        public Tensor atanh_() => Operators.atanh_.CallInPlace(this);

        public Tensor ceil() => Operators.ceil.Call(this);

        public Tensor ceil_() => Operators.ceil_.CallInPlace(this);

        public Tensor cos() => Operators.cos.Call(this);

        public Tensor cos_() => Operators.cos_.CallInPlace(this);

        public Tensor cosh() => Operators.cosh.Call(this);

        public Tensor cosh_() => Operators.cosh_.CallInPlace(this);

        public Tensor erf() => Operators.erf.Call(this);

        public Tensor erf_() => Operators.erf_.CallInPlace(this);

        public Tensor erfc() => Operators.erfc.Call(this);

        public Tensor erfc_() => Operators.erfc_.CallInPlace(this);

        public Tensor erfinv() => Operators.erfinv.Call(this);

        public Tensor erfinv_() => Operators.erfinv_.CallInPlace(this);

        public Tensor exp() => Operators.exp.Call(this);

        public Tensor exp_() => Operators.exp_.CallInPlace(this);

        public Tensor expm1() => Operators.expm1.Call(this);

        public Tensor expm1_() => Operators.expm1_.CallInPlace(this);

        public Tensor floor() => Operators.floor.Call(this);

        public Tensor floor_() => Operators.floor_.CallInPlace(this);

        public Tensor frac() => Operators.frac.Call(this);

        public Tensor frac_() => Operators.frac_.CallInPlace(this);

        public Tensor lgamma() => Operators.lgamma.Call(this);

        public Tensor lgamma_() => Operators.lgamma_.CallInPlace(this);

        public Tensor log() => Operators.log.Call(this);

        public Tensor log_() => Operators.log_.CallInPlace(this);

        public Tensor log10() => Operators.log10.Call(this);

        public Tensor log10_() => Operators.log10_.CallInPlace(this);

        public Tensor log1p() => Operators.log1p.Call(this);

        public Tensor log1p_() => Operators.log1p_.CallInPlace(this);

        public Tensor log2() => Operators.log2.Call(this);

        public Tensor log2_() => Operators.log2_.CallInPlace(this);

        public Tensor neg() => Operators.neg.Call(this);

        public Tensor neg_() => Operators.neg_.CallInPlace(this);

        public Tensor reciprocal() => Operators.reciprocal.Call(this);

        public Tensor reciprocal_() => Operators.reciprocal_.CallInPlace(this);

        public Tensor rsqrt() => Operators.rsqrt.Call(this);

        public Tensor rsqrt_() => Operators.rsqrt_.CallInPlace(this);

        public Tensor sigmoid() => Operators.sigmoid.Call(this);

        public Tensor sigmoid_() => Operators.sigmoid_.CallInPlace(this);

        public Tensor sign() => Operators.sign.Call(this);

        public Tensor sign_() => Operators.sign_.CallInPlace(this);

        public Tensor sin() => Operators.sin.Call(this);

        public Tensor sin_() => Operators.sin_.CallInPlace(this);

        public Tensor sinc() => Operators.sinc.Call(this);

        public Tensor sinc_() => Operators.sinc_.CallInPlace(this);

        public Tensor sinh() => Operators.sinh.Call(this);

        public Tensor sinh_() => Operators.sinh_.CallInPlace(this);

        public Tensor sqrt() => Operators.sqrt.Call(this);

        public Tensor sqrt_() => Operators.sqrt_.CallInPlace(this);

        public Tensor tan() => Operators.tan.Call(this);

        public Tensor tan_() => Operators.tan_.CallInPlace(this);

        public Tensor tanh() => Operators.tanh.Call(this);

        public Tensor tanh_() => Operators.tanh_.CallInPlace(this);

        public Tensor trunc() => Operators.trunc.Call(this);

        public Tensor trunc_() => Operators.trunc_.CallInPlace(this);

        public Tensor logical_not() => Operators.logical_not.Call(this);

        public Tensor logical_not_() => Operators.logical_not_.CallInPlace(this);

        public Tensor bitwise_not() => Operators.bitwise_not.Call(this);

        public Tensor bitwise_not_() => Operators.bitwise_not_.CallInPlace(this);

        public Tensor exp2() => Operators.exp2.Call(this);

        public Tensor square() => Operators.square.Call(this);

        public Tensor isfinite() => Operators.isfinite.Call(this);

        public Tensor isinf() => Operators.isinf.Call(this);

        public Tensor isnan() => Operators.isnan.Call(this);

        public Tensor isneginf() => Operators.isneginf.Call(this);

        public Tensor isposinf() => Operators.isposinf.Call(this);

        public Tensor isreal() => Operators.isreal.Call(this);

        public Tensor positive() => Operators.positive.Call(this);

        public Tensor signbit() => Operators.signbit.Call(this);

        public Tensor round(long decimals = 0) => Operators.round__decimals.Call(this, decimals);

        public Tensor round_(long decimals = 0) => Operators.round___decimals.CallInPlace(this, decimals);

        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            Operators.nan_to_num.Call(this, nan, posinf, neginf);

        public Tensor logit(double? eps = null) => Operators.logit.Call(this, eps);
    }
}
