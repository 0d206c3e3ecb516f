using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// Changes parameters by their gradients. Written here rather than taken from torch.optim so that its state has names, lives in the same
/// checkpoint file as the weights, and the learning rate of a step is an argument and not a hidden field.
/// </summary>
internal abstract class ParameterOptimizer(IReadOnlyList<OptimizedParameter> parameters) : IDisposable
{
    protected IReadOnlyList<OptimizedParameter> Parameters { get; } = parameters;

    /// <summary>What a checkpoint must keep, by name.</summary>
    public abstract IEnumerable<KeyValuePair<string, Tensor>> State { get; }

    /// <param name="network">Its parameters that require a gradient are changed.</param>
    /// <param name="options">The rule.</param>
    /// <param name="learningRateFactor">Of a parameter's name; null for 1 everywhere.</param>
    public static ParameterOptimizer Create(nn.Module network, TrainingOptions options, Func<string, double>? learningRateFactor = null)
    {
        var parameters = OptimizedParameter.Of(network, options, learningRateFactor);
        return options.Optimizer switch
        {
            OptimizerKind.Sgd => new MomentumOptimizer(parameters, options.Momentum),
            OptimizerKind.AdamW => new AdamWOptimizer(parameters),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Optimizer, "Not an optimizer."),
        };
    }

    /// <summary>One step. Parameters without a gradient stay as they are.</summary>
    /// <param name="learningRate">Of this step.</param>
    /// <param name="iteration">From 0.</param>
    public void Step(double learningRate, int iteration)
    {
        using var frozen = no_grad();
        for (var index = 0; index < Parameters.Count; index++)
        {
            using var gradient = Parameters[index].Parameter.grad;
            if (gradient is not null)
            {
                Step(index, gradient, learningRate * Parameters[index].LearningRateFactor, iteration);
            }
        }
    }

    /// <summary>Euclidean norm of the whole gradient.</summary>
    public double GradientNorm()
    {
        using var scope = NewDisposeScope();
        return GradientNormTensor()?.item<float>() ?? 0;
    }

    /// <summary>The same as a scalar on the device, which the caller's scope owns; null where no parameter has a gradient.</summary>
    public Tensor? GradientNormTensor()
    {
        using var frozen = no_grad();
        var norms = new List<Tensor>();
        foreach (var entry in Parameters)
        {
            using var gradient = entry.Parameter.grad;
            if (gradient is not null)
            {
                norms.Add(gradient.norm());
            }
        }

        return norms.Count == 0 ? null : stack(norms).norm();
    }

    /// <summary>Multiplies the whole gradient.</summary>
    public void ScaleGradient(double factor)
    {
        using var frozen = no_grad();
        foreach (var entry in Parameters)
        {
            using var gradient = entry.Parameter.grad;
            gradient?.mul_(factor);
        }
    }

    public void ClearGradient()
    {
        foreach (var entry in Parameters)
        {
            entry.Parameter.grad = null;
        }
    }

    public void Dispose()
    {
        foreach (var (_, tensor) in State)
        {
            tensor.Dispose();
        }
    }

    protected abstract void Step(int index, Tensor gradient, double learningRate, int iteration);

    /// <summary>A tensor of zeros like each parameter, kept beyond the step.</summary>
    protected static Tensor[] ZerosLike(IReadOnlyList<OptimizedParameter> parameters)
    {
        using var frozen = no_grad();
        return [.. parameters.Select(entry => entry.Parameter.zeros_like().DetachFromDisposeScope())];
    }
}
