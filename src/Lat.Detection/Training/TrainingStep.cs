using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// One step: losses, gradient, and the change of the weights. The losses and the norm of the gradient are read from the device once, together;
/// where one of them is not finite, weights, optimizer and statistics stay as they were.
/// </summary>
internal sealed class TrainingStep(ITrainable trainable, ParameterOptimizer optimizer, TrainingOptions options, Seed seed)
{
    private readonly LearningRateSchedule _schedule = new(options);
    private readonly Seed _draws = seed.Derive("iterations");
    private readonly BufferSnapshot _buffers = new(trainable.Learner);

    public TrainingStepResult Take(int iteration)
    {
        using var scope = NewDisposeScope();
        var draws = _draws.Derive(iteration);
        manual_seed((long)(draws.Derive("torch").Value >> 1));
        optimizer.ClearGradient();
        var before = _buffers.Take();
        var terms = trainable.ComputeLosses(iteration, draws.ToStream());
        terms.Total().backward();
        trainable.FinishGradient();
        var (losses, gradientNorm) = Read(terms, optimizer.GradientNormTensor());
        if (!double.IsFinite(gradientNorm) || !(Math.Abs(losses.Sum(loss => loss.Value)) <= options.LossLimit))
        {
            optimizer.ClearGradient();
            _buffers.Restore(before);
            return new TrainingStepResult(losses, gradientNorm, false);
        }

        if (options.GradientClipNorm is { } limit && gradientNorm > limit)
        {
            optimizer.ScaleGradient(limit / (gradientNorm + 1e-6));
        }

        optimizer.Step(_schedule.At(iteration), iteration);
        return new TrainingStepResult(losses, gradientNorm, true);
    }

    private static (EquatableArray<NamedLoss> Losses, double GradientNorm) Read(LossTerms terms, Tensor? gradientNorm)
    {
        using var frozen = no_grad();
        var numbers = terms.Terms.Select(term => term.Value.detach().to(float32).reshape(1)).ToList();
        if (gradientNorm is not null)
        {
            numbers.Add(gradientNorm.reshape(1));
        }

        using var values = HostValues.Of(cat(numbers));
        var losses = new NamedLoss[terms.Terms.Count];
        for (var term = 0; term < losses.Length; term++)
        {
            losses[term] = new NamedLoss(terms.Terms[term].Name, values.Span[term]);
        }

        return (losses.ToEquatableArray(), gradientNorm is null ? 0 : values.Span[^1]);
    }
}
