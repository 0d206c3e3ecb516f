using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions share.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long[] output_padding,
        long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, null, dilation, transposed: true, output_padding, groups, bias, padding_mode,
            device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>The result, of the size asked for where one is.</summary>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    // Several input sizes share an output size; the output padding says which one was meant.
    private protected long[] OutputPadding(Tensor input, long[]? outputSize)
    {
        if (outputSize is null)
        {
            return output_padding;
        }

        var spatial = input.shape[^kernel_size.Length..];
        var wanted = outputSize[^kernel_size.Length..];
        var missing = new long[wanted.Length];
        for (var d = 0; d < wanted.Length; d++)
        {
            var least = ((spatial[d] - 1) * stride[d]) - (2 * padding[d]) + (dilation[d] * (kernel_size[d] - 1)) + 1;
            missing[d] = wanted[d] - least;
            if (missing[d] < 0 || missing[d] >= Math.Max(stride[d], dilation[d]))
            {
                throw new ArgumentException($"An output size of {wanted[d]} cannot come from an input size of {spatial[d]}.");
            }
        }

        return missing;
    }
}
