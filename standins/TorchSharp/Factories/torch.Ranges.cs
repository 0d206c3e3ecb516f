namespace TorchSharp;

public static partial class torch
{
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Operators.arange__start_step.Call(start, stop, step, dtype ?? RangeType(start, stop, step), Argument.None, device ?? s_defaultDevice).With(requires_grad);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Operators.linspace.Call(start, end, steps, dtype ?? s_defaultType, Argument.None, device ?? s_defaultDevice).With(requires_grad);

    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Operators.logspace.Call(start, end, steps, @base, dtype ?? s_defaultType, Argument.None, device ?? s_defaultDevice).With(requires_grad);

    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Operators.eye__m.Call(rows, columns < 0 ? rows : columns, dtype ?? s_defaultType, Argument.None, device ?? s_defaultDevice).With(requires_grad);

    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Operators.tril_indices.Call(row, col, offset, dtype, Argument.None, device ?? s_defaultDevice);

    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Operators.triu_indices.Call(row, col, offset, dtype, Argument.None, device ?? s_defaultDevice);

    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Operators.empty_strided.Call(size, strides, dtype ?? s_defaultType, Argument.None, device ?? s_defaultDevice).With(requires_grad);

    public static Tensor sparse_coo_tensor(Tensor indices, Tensor values, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Operators.sparse_coo_tensor__indices_size.Call(indices, values, size, dtype ?? values.dtype, Argument.None, device ?? values.device).With(requires_grad);

    private static ScalarType RangeType(Scalar start, Scalar stop, Scalar step) =>
        is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type) ? ScalarType.Int64 : s_defaultType;

    private static ScalarType FillType(Scalar value) =>
        value.Tag switch { ArgumentTag.Bool => ScalarType.Bool, ArgumentTag.Int => ScalarType.Int64, _ => s_defaultType };
}
