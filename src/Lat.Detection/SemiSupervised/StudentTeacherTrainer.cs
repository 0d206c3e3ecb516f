using Lat.Core;

namespace Lat.Detection;

/// <summary>Trains a detector on some images with labels and others without, as Unbiased Teacher does (Liu et al., 2021).</summary>
/// <remarks>
/// Two things differ from the authors' program. Their second stage has a focal loss; here it has the detector's own. Their teacher looks in
/// training mode, which is the same with their frozen batch norms; here it looks in evaluation mode, with averaged statistics.
/// </remarks>
public static class StudentTeacherTrainer
{
    /// <summary>Trains in place, from the network's weights or from the last checkpoint of the same run.</summary>
    /// <param name="network">The network; afterwards in evaluation mode, with the teacher's weights, which the authors evaluate too.</param>
    /// <param name="labelled">Images with labels; what is augmented in them is the weak view.</param>
    /// <param name="unlabelled">Images whose labels are not looked at.</param>
    /// <param name="options">How the student is optimised. Its average is left aside: the teacher is one.</param>
    /// <param name="method">How teacher and student work together.</param>
    /// <param name="loss">What the losses weigh.</param>
    /// <param name="seed">Origin of every random choice.</param>
    /// <param name="workFolder">Checkpoints and metrics.</param>
    /// <param name="progress">Told as it goes; null for nobody.</param>
    /// <param name="scalarsFolder">Where TensorBoard's event file goes; null for none. It holds measured times: keep it out of hashed results.</param>
    /// <param name="cancellation">Ends after an iteration, with a checkpoint.</param>
    /// <exception cref="TrainingDivergedException">Losses or gradients were not finite for too many steps in a row.</exception>
    /// <exception cref="LatException">There is no image of one kind, or the burn-in never ends.</exception>
    public static void Train(
        FasterRcnn network,
        IExampleSource labelled,
        IExampleSource unlabelled,
        TrainingOptions options,
        StudentTeacherOptions method,
        DetectorLossOptions loss,
        Seed seed,
        string workFolder,
        IProgress<TrainingProgress>? progress = null,
        string? scalarsFolder = null,
        CancellationToken cancellation = default)
    {
        var student = options with { AverageDecay = null };
        using var teacher = new FasterRcnn(network.Options, network.ClassCount, default, network.Device);
        var pair = new StudentTeacherNetwork(network, teacher);
        using var training = new StudentTeacherTraining(pair, labelled, unlabelled, student, method, loss, seed);
        new TrainingLoop(student, seed, workFolder, progress, scalarsFolder).Run(training, cancellation);
        pair.CopyTeacherToStudent();
    }
}
