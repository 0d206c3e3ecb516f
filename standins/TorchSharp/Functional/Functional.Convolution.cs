namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Operators.conv1d.Call(input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, groups);

            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Operators.conv2d.Call(input, weight, bias, strides ?? s_ones, padding ?? s_zeros, dilation ?? s_ones, groups);

            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Operators.conv2d__padding.Call(input, weight, bias, strides ?? s_ones, padding == Padding.Same ? "same" : "valid", dilation ?? s_ones, groups);

            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Operators.conv_transpose2d__input.Call(input, weight, bias, strides ?? s_ones, padding ?? s_zeros, output_padding ?? s_zeros, groups, dilation ?? s_ones);

            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Operators.linear.Call(input, weights, bias);

            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Operators.bilinear.Call(input1, input2, weight, bias);

            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Operators.im2col.Call(input, new[] { kernel_size, kernel_size }, new[] { dilation, dilation }, new[] { padding, padding }, new[] { stride, stride });

            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                Operators.im2col.Call(input, Pair(kernel_size), Pair(dilation) ?? s_ones, Pair(padding) ?? s_zeros, Pair(stride) ?? s_ones);

            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                Operators.col2im.Call(input, Pair(output_size), Pair(kernel_size), Pair(dilation) ?? s_ones, Pair(padding) ?? s_zeros, Pair(stride) ?? s_ones);

            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Operators.pixel_shuffle.Call(input, upscale_factor);

            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                Operators.pixel_unshuffle.Call(input, downscale_factor);

            private static readonly long[] s_ones = [1, 1];

            private static readonly long[] s_zeros = [0, 0];

            internal static long[] Pair((long, long) value) => [value.Item1, value.Item2];

            internal static long[]? Pair((long, long)? value) => value is { } pair ? Pair(pair) : null;
        }
    }
}
