using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Trains a detector in a stage's work directory and leaves it there.</summary>
public sealed class DetectorTraining(DetectorOptions network, TrainingOptions training, Seed seed)
{
    /// <returns>The files of the trained detector.</returns>
    public EquatableArray<string> Run(
        IExampleSource source, SamplingPlan plan, DetectorLossOptions loss, EquatableArray<LabelSpace> spaces, StageContext context)
    {
        torch.set_num_threads(training.Threads);
        var device = torch.device(context.Device);
        var description = new DetectorDescription(network, spaces, loss.ObjectnessOnly);
        using var detector = new FasterRcnn(network, description.ClassCount, seed.Derive("weights"), device);
        DetectorTrainer.Train(
            detector, source, plan, training, loss, seed.Derive("training"), context.WorkDirectory, new ReportedProgress(context.Report));
        DetectorFolder.Save(detector, description, context.WorkDirectory);
        return [DetectorFolder.WeightsFile, DetectorFolder.DescriptionFile, TrainingFiles.Metrics];
    }
}
