using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>Something that <see cref="TrainingLoop"/> can train: a detector, the LAT model.</summary>
public interface ITrainable
{
    /// <summary>Its parameters that require a gradient are trained; all parameters and buffers are kept in checkpoints.</summary>
    nn.Module Network { get; }

    /// <summary>The part of it whose buffers a step writes, and a bad step must leave as they were. Default all of it.</summary>
    nn.Module Learner => Network;

    /// <summary>Images in a step, for the report of speed.</summary>
    int ImagesPerIteration { get; }

    /// <summary>Time spent waiting for data so far.</summary>
    TimeSpan DataWait { get; }

    /// <summary>What the passes compute in; the loop refuses options that ask for another. Default float32.</summary>
    TrainingPrecision Precision => TrainingPrecision.Full;

    /// <summary>What a run's learning rate is multiplied by for a parameter of the network, by its name. Default 1.</summary>
    double LearningRateFactor(string parameter) => 1;

    /// <summary>Called after the backward pass and before the gradient is used: brings it to the parameters where it lies elsewhere.</summary>
    void FinishGradient()
    {
    }

    /// <summary>
    /// The losses of one iteration. Must depend on nothing but the weights, the iteration and the draws, so that a resumed run is the same
    /// run. Called with rising iterations, not always from 0; tensors that it makes are disposed after the step.
    /// </summary>
    LossTerms ComputeLosses(int iteration, RandomStream random);
}
