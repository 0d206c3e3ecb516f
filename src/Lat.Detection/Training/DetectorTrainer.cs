using Lat.Core;

namespace Lat.Detection;

/// <summary>Trains a detector: on one dataset, or on several in one head.</summary>
public static class DetectorTrainer
{
    /// <summary>Trains in place, from the network's weights or from the last checkpoint of the same run.</summary>
    /// <param name="network">The network; afterwards in evaluation mode, with averaged weights where the options say so.</param>
    /// <param name="source">The examples.</param>
    /// <param name="plan">Which of them are drawn when.</param>
    /// <param name="options">How it is optimised.</param>
    /// <param name="loss">What the losses weigh.</param>
    /// <param name="seed">Origin of every random choice.</param>
    /// <param name="workFolder">Checkpoints and metrics.</param>
    /// <param name="progress">Told as it goes; null for nobody.</param>
    /// <param name="scalarsFolder">Where TensorBoard's event file goes; null for none. It holds measured times: keep it out of hashed results.</param>
    /// <param name="cancellation">Ends after an iteration, with a checkpoint.</param>
    /// <exception cref="LatException">The options ask for what this network or this machine cannot do.</exception>
    /// <exception cref="TrainingDivergedException">Losses or gradients were not finite for too many steps in a row.</exception>
    public static void Train(
        DetectorNetwork network,
        IExampleSource source,
        SamplingPlan plan,
        TrainingOptions options,
        DetectorLossOptions loss,
        Seed seed,
        string workFolder,
        IProgress<TrainingProgress>? progress = null,
        string? scalarsFolder = null,
        CancellationToken cancellation = default)
    {
        using var training = new DetectorTraining(network, source, plan, options, loss, seed);
        new TrainingLoop(options, seed, workFolder, progress, scalarsFolder).Run(training, cancellation);
    }
}
