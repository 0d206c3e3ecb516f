using TorchSharp;

namespace Lat.Detection.Tests;

[NoLiveTensors]
public sealed class StudentTeacherTrainerTests : IDisposable
{
    private static readonly TrainingOptions Short = new()
    {
        Iterations = 6, BatchSize = 1, BaseLearningRate = 0.01, WarmupIterations = 1, CheckpointEvery = 1, ReportEvery = 1, AverageDecay = 0.9,
    };

    private static readonly StudentTeacherOptions Method = new()
    {
        BurnInIterations = 2, UnlabelledBatchSize = 1, PseudoLabelThreshold = 0.05, TeacherDecay = 0.5,
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ARunKilledInBurnInAtItsEndOrAfterItEndsWithTheSameBytes()
    {
        var expected = Train("whole");
        foreach (var killed in new[] { 1, 2, 4 })
        {
            var folder = $"killed-{killed}";
            Assert.Throws<IOException>(() => Train(folder, progress: new Kill(killed)));
            Assert.Equal(expected, Train(folder));
        }
    }

    [Fact]
    public void AfterBurnInTheStudentLearnsClassesFromPseudoLabelsAndNoBoxes()
    {
        var reports = new List<TrainingProgress>();
        Train("x", progress: new Recorder(reports));
        Assert.Equal(["objectness", "proposal-box", "class", "box"], Names(reports[1]));
        Assert.Equal(["objectness", "proposal-box", "class", "box", "objectness-unlabelled", "class-unlabelled"], Names(reports[2]));
    }

    [Fact]
    public void ByOptionItLearnsBoxesToo()
    {
        var reports = new List<TrainingProgress>();
        Train("x", Method with { LearnsBoxesFromPseudoLabels = true, BurnInIterations = 5 }, new Recorder(reports));
        Assert.Equal(["objectness-unlabelled", "proposal-box-unlabelled", "class-unlabelled", "box-unlabelled"], Names(reports[5]).Skip(4));
    }

    [Fact]
    public void ATeacherThatNeverBeginsIsRefused() => Assert.Contains(
        "burnInIterations is 6 of 6", Assert.Throws<LatException>(() => Train("x", Method with { BurnInIterations = 6 })).Message, StringComparison.Ordinal);

    [Fact]
    public void TheTeacherIsTheStudentsMovingAverageWithItsStatistics()
    {
        using var scope = torch.NewDisposeScope();
        using FasterRcnn student = Some.TinyNetwork(), teacher = new(Some.TinyDetector, 2, new Seed(2));
        var pair = new StudentTeacherNetwork(student, teacher);
        pair.UpdateTeacher(0);
        Assert.Equal(Flat(student), Flat(teacher));
        var before = Flat(teacher);
        using (torch.no_grad())
        {
            foreach (var (_, tensor) in NetworkState.Of(student).Where(entry => entry.Tensor.is_floating_point()))
            {
                tensor.add_(1);
            }
        }

        pair.UpdateTeacher(0.75);
        Golden.AssertClose([.. before.Select(value => value + 0.25f)], Flat(teacher), 1e-5f);
        Assert.All(teacher.parameters(), parameter => Assert.False(parameter.requires_grad));
    }

    [Fact]
    public void ABadFirstStepOfTheTeacherLeavesItTheStatisticsThatItTookWithTheWeights()
    {
        using var network = Some.TinyNetwork();
        var options = Short with { Iterations = 4, LossLimit = 100, BadStepLimit = 100 };
        StudentTeacherTrainer.Train(
            network, new TwoImages(), new TwoImages(), options, Method with { UnlabelledWeight = 1e6 }, new DetectorLossOptions(), new Seed(1), _folder["x"]);
        Assert.Contains("\"skippedSteps\":2", File.ReadAllLines(_folder["x/metrics.jsonl"])[3], StringComparison.Ordinal);
        Assert.All(
            network.named_buffers().Where(entry => entry.name.EndsWith("running_mean", StringComparison.Ordinal)),
            entry => Assert.Contains(entry.buffer.Values(), value => value != 0));
    }

    [Fact]
    public void OnlyDetectionsFromTheThresholdOnAreLabelsAndTheyCountInFull()
    {
        var image = new RgbImage(new ImageSize(64, 64));
        Core.Detection[] found = [Found(0, 0.9), Found(1, 0.7), Found(0, 0.69)];
        var targets = PseudoLabels.Of(image, found, 0.7, 2);
        Assert.Equal([1, 2], targets.Columns);
        Assert.Equal([1f, 1f], targets.Confidences);
    }

    private static Core.Detection Found(int classIndex, double score) => new(new Box(4, 4, 20, 20), classIndex, score);

    private static IEnumerable<string> Names(TrainingProgress report) => report.Losses.Select(loss => loss.Name);

    private static float[] Flat(FasterRcnn network) =>
        [.. NetworkState.Of(network).Where(entry => entry.Tensor.is_floating_point()).SelectMany(entry => entry.Tensor.Values())];

    private ContentHash Train(string folder, StudentTeacherOptions? method = null, IProgress<TrainingProgress>? progress = null)
    {
        using var network = Some.TinyNetwork();
        StudentTeacherTrainer.Train(
            network, new TwoImages(), new TwoImages(), Short, method ?? Method, new DetectorLossOptions(), new Seed(1), _folder[folder], progress);
        NetworkWeights.Save(network, _folder["weights-" + folder]);
        return ContentHash.OfFile(_folder["weights-" + folder]);
    }

    private sealed class Kill(int at) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Iteration > at)
            {
                throw new IOException("killed");
            }
        }
    }

    private sealed class Recorder(List<TrainingProgress> reports) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => reports.Add(value);
    }
}
