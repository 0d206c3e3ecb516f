using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>What convolutions share: geometry, weight and bias.</summary>
public abstract class Convolution : Module<Tensor, Tensor>
{
    private protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype) : base(name)
    {
        if (in_channels % groups != 0 || out_channels % groups != 0)
        {
            throw new ArgumentException($"in_channels {in_channels} and out_channels {out_channels} must be divisible by groups {groups}.");
        }

        (this.in_channels, this.out_channels, this.groups, this.transposed) = (in_channels, out_channels, groups, transposed);
        (this.kernel_size, this.stride, this.padding, this.dilation, this.output_padding) = (kernel_size, stride, padding, dilation, output_padding);
        (this.padding_type, this.padding_mode) = (padding_type, padding_mode);
        long[] sizes = transposed ? [in_channels, out_channels / groups, .. kernel_size] : [out_channels, in_channels / groups, .. kernel_size];
        using var weights = empty(sizes, dtype, device);
        register_parameter("weight", new Parameter(weights));
        using var biases = bias ? empty([out_channels], dtype, device) : null;
        register_parameter("bias", biases is null ? null : new Parameter(biases));
        reset_parameters();
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public bool transposed { get; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] padding { get; private set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public Padding? padding_type { get; private set; }

    public PaddingModes padding_mode { get; set; }

    public Parameter weight
    {
        get => _internal_params["weight"]!;
        set => ConditionallyRegisterParameter("weight", value);
    }

    public Parameter? bias
    {
        get => _internal_params["bias"];
        set => ConditionallyRegisterParameter("bias", value);
    }

    /// <summary>Draws weight and bias anew, as libtorch's own modules do.</summary>
    public void reset_parameters()
    {
        init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is { } biases)
        {
            var bound = 1 / Math.Sqrt(init.CalculateFanInAndFanOut(weight).fanIn);
            init.uniform_(biases, -bound, bound);
        }
    }
}
