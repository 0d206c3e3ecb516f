using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Trains a detector in a stage's work directory and leaves it there.</summary>
public sealed class DetectorTraining(DetectorOptions network, TrainingOptions training, Seed seed, PretrainedWeights? weights = null)
{
    /// <returns>The files of the trained detector.</returns>
    public EquatableArray<string> Run(
        IExampleSource source, SamplingPlan plan, DetectorLossOptions loss, EquatableArray<LabelSpace> spaces, StageContext context) =>
        Run(new DetectorDescription(network, spaces, loss.ObjectnessOnly), context, detector => DetectorTrainer.Train(
            detector, source, plan, training, loss, seed.Derive("training"), context.WorkDirectory, new ReportedProgress(context.Report),
            context.ScalarsDirectory));

    /// <summary>The same with a teacher, on images of which some have labels.</summary>
    /// <returns>The files of the teacher.</returns>
    public EquatableArray<string> RunWithTeacher(
        IExampleSource labelled, IExampleSource unlabelled, StudentTeacherOptions method, DetectorLossOptions loss, LabelSpace space, StageContext context) =>
        Run(new DetectorDescription(network, [space], false), context, detector => StudentTeacherTrainer.Train(
            detector, labelled, unlabelled, training, method, loss, seed.Derive("training"), context.WorkDirectory, new ReportedProgress(context.Report),
            context.ScalarsDirectory));

    private EquatableArray<string> Run(DetectorDescription description, StageContext context, Action<FasterRcnn> train)
    {
        torch.set_num_threads(training.Threads);
        var device = torch.device(context.Device);
        using var detector = new FasterRcnn(network, description.ClassCount, seed.Derive("weights"), device);
        if (weights is not null)
        {
            StartingWeights.Load(detector, weights, context.Input(WeightsInput.Name));
        }

        train(detector);
        DetectorFolder.Save(detector, description, context.WorkDirectory);
        return [DetectorFolder.WeightsFile, DetectorFolder.DescriptionFile, TrainingFiles.Metrics];
    }
}
