using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>What batch normalizations share.</summary>
public abstract class NormBase : Module<Tensor, Tensor>
{
    /// <summary>With parameters weight and bias where affine, and buffers running_mean, running_var and num_batches_tracked where tracked.</summary>
    protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name) : base(name)
    {
        (this.num_features, this.eps, this.momentum, this.affine, this.track_running_stats) = (num_features, eps, momentum, affine, track_running_stats);
        using var ones = affine ? torch.ones([num_features], dtype, device) : null;
        using var zeros = affine ? torch.zeros([num_features], dtype, device) : null;
        register_parameter("weight", ones is null ? null : new Parameter(ones));
        register_parameter("bias", zeros is null ? null : new Parameter(zeros));
        if (track_running_stats)
        {
            register_buffer("running_mean", torch.zeros([num_features], dtype, device));
            register_buffer("running_var", torch.ones([num_features], dtype, device));
            register_buffer("num_batches_tracked", torch.zeros(Array.Empty<long>(), ScalarType.Int64, device));
        }
    }

    public long num_features { get; private set; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; private set; }

    public bool track_running_stats { get; private set; }

    public Parameter? weight
    {
        get => _internal_params["weight"];
        set => ConditionallyRegisterParameter("weight", value);
    }

    public Parameter? bias
    {
        get => _internal_params["bias"];
        set => ConditionallyRegisterParameter("bias", value);
    }

    public Tensor? running_mean
    {
        get => Buffer("running_mean");
        set => ConditionallyRegisterBuffer("running_mean", value!);
    }

    public Tensor? running_var
    {
        get => Buffer("running_var");
        set => ConditionallyRegisterBuffer("running_var", value!);
    }

    public Tensor? num_batches_tracked
    {
        get => Buffer("num_batches_tracked");
        set => ConditionallyRegisterBuffer("num_batches_tracked", value!);
    }

    /// <summary>Starts the running statistics anew.</summary>
    public void reset_running_stats()
    {
        if (track_running_stats)
        {
            init.zeros_(running_mean!);
            init.ones_(running_var!);
            num_batches_tracked!.zero_();
        }
    }

    /// <summary>Refuses an input with the wrong number of dimensions.</summary>
    protected abstract void ValidateInputDimensions(Tensor input);

    private Tensor? Buffer(string name) => _internal_buffers.TryGetValue(name, out var entry) ? entry.Item1 : null;
}
