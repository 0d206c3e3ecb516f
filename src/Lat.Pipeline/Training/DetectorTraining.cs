using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Trains a Faster R-CNN, or what an heir builds, in a stage's work directory and leaves it there.</summary>
public class DetectorTraining(DetectorOptions network, TrainingOptions training, Seed seed, PretrainedWeights? weights = null)
{
    /// <returns>The files of the trained detector.</returns>
    public EquatableArray<string> Run(
        IExampleSource source, SamplingPlan plan, DetectorLossOptions loss, EquatableArray<LabelSpace> spaces, StageContext context) =>
        Run(Create, Describe(new DetectorDescription(network, spaces, loss.ObjectnessOnly)), context, detector => DetectorTrainer.Train(
            detector, source, plan, training, loss, seed.Derive("training"), context.WorkDirectory, new ReportedProgress(context.Report),
            context.ScalarsDirectory));

    /// <summary>The same with a teacher, on images of which some have labels.</summary>
    /// <returns>The files of the teacher.</returns>
    public EquatableArray<string> RunWithTeacher(
        IExampleSource labelled, IExampleSource unlabelled, StudentTeacherOptions method, DetectorLossOptions loss, LabelSpace space, StageContext context) =>
        Run(Faster, new DetectorDescription(network, [space], false), context, detector => StudentTeacherTrainer.Train(
            detector, labelled, unlabelled, training, method, loss, seed.Derive("training"), context.WorkDirectory, new ReportedProgress(context.Report),
            context.ScalarsDirectory));

    /// <summary>Says what else the network is.</summary>
    private protected virtual DetectorDescription Describe(DetectorDescription description) => description;

    /// <summary>Builds the network.</summary>
    private protected virtual DetectorNetwork Create(DetectorDescription description, Seed initialization, torch.Device device) =>
        Faster(description, initialization, device);

    private static FasterRcnn Faster(DetectorDescription description, Seed initialization, torch.Device device) =>
        new(description.Options, description.ClassCount, initialization, device);

    private EquatableArray<string> Run<T>(
        Func<DetectorDescription, Seed, torch.Device, T> create, DetectorDescription description, StageContext context, Action<T> train)
        where T : DetectorNetwork
    {
        torch.set_num_threads(training.Threads);
        var device = torch.device(context.Device);
        using var detector = create(description, seed.Derive("weights"), device);
        if (weights is not null)
        {
            StartingWeights.Load(detector, weights, context.Input(WeightsInput.Name));
        }

        train(detector);
        DetectorFolder.Save(detector, description, context.WorkDirectory);
        return [DetectorFolder.WeightsFile, DetectorFolder.DescriptionFile, TrainingFiles.Metrics];
    }
}
