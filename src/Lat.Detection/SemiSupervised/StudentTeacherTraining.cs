using Lat.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>A student, its teacher and their data, as the loop trains them.</summary>
internal sealed class StudentTeacherTraining : ITrainable, IDisposable
{
    /// <summary>What the terms that come from pseudo-labels are called: the term's own name and this.</summary>
    public const string UnlabelledSuffix = "-unlabelled";

    private readonly StudentTeacherNetwork _network;
    private readonly StudentTeacherOptions _method;
    private readonly TrainingOptions _options;
    private readonly DetectorLossOptions _loss;
    private readonly ExampleBatches _labelled, _unlabelled;
    private readonly StrongAugmenter _augmenter;
    private readonly Seed _views;
    private BatchPrefetcher<StudentTeacherBatch>? _batches;

    public StudentTeacherTraining(
        StudentTeacherNetwork network,
        IExampleSource labelled,
        IExampleSource unlabelled,
        TrainingOptions options,
        StudentTeacherOptions method,
        DetectorLossOptions loss,
        Seed seed)
    {
        if (method.BurnInIterations >= options.Iterations)
        {
            throw new LatException(FormattableString.Invariant(
                $"The teacher would never begin: burnInIterations is {method.BurnInIterations} of {options.Iterations} iterations. Set it to less."));
        }

        (_network, _options, _method, _loss) = (network, options, method, loss);
        _labelled = new ExampleBatches(labelled, new SamplingPlan(), options, seed.Derive("labelled"));
        _unlabelled = new ExampleBatches(
            unlabelled, new SamplingPlan(), options with { BatchSize = method.UnlabelledBatchSize, SkipEmptyImages = false }, seed.Derive("unlabelled"));
        _augmenter = new StrongAugmenter(method.StrongAugmentation);
        _views = seed.Derive("strong views");
    }

    public nn.Module Network => _network;

    /// <summary>Not the teacher, whose statistics go with its weights: it was told before the step what the student was.</summary>
    public nn.Module Learner => _network.Student;

    public int ImagesPerIteration => _options.BatchSize + _method.UnlabelledBatchSize;

    public TimeSpan DataWait => _batches?.Waited ?? TimeSpan.Zero;

    public LossTerms ComputeLosses(int iteration, RandomStream random)
    {
        if (_batches is null)
        {
            _batches = new BatchPrefetcher<StudentTeacherBatch>(iteration, _options.Iterations, Prepare, workers: _options.DataWorkers);

            // The loop puts the whole network into training mode; a teacher looks with its averaged statistics.
            _network.Teacher.eval();
        }

        if (iteration >= _method.BurnInIterations)
        {
            _network.UpdateTeacher(iteration == _method.BurnInIterations ? 0 : _method.TeacherDecay);
        }

        using var batch = _batches.Take(iteration);
        using var images = batch.Labelled.Pixels.ToDevice(_network.Student.Device);
        var supervised = _network.Student.ComputeLosses(images, batch.Labelled.Targets, _loss, random);
        return batch.Weak is null ? supervised : new LossTerms([.. supervised.Terms, .. Unsupervised(batch, random)]);
    }

    public void Dispose() => _batches?.Dispose();

    private IEnumerable<LossTerm> Unsupervised(StudentTeacherBatch batch, RandomStream random)
    {
        using var weak = batch.Weak!.ToDevice(_network.Teacher.Device);
        var found = _network.Teacher.Detect(weak);
        var targets = batch.UnlabelledImages
            .Select((image, slot) => PseudoLabels.Of(image, found[slot], _method.PseudoLabelThreshold, _network.Student.ClassCount)).ToList();
        using var strong = batch.Strong!.ToDevice(_network.Student.Device);
        var losses = _network.Student.ComputeLosses(strong, targets, _loss, random);
        return [.. losses.Terms
            .Where(term => _method.LearnsBoxesFromPseudoLabels || !term.Name.EndsWith("box", StringComparison.Ordinal))
            .Select(term => new LossTerm(term.Name + UnlabelledSuffix, term.Value.mul(_method.UnlabelledWeight)))];
    }

    private StudentTeacherBatch Prepare(int iteration)
    {
        var draws = _views.Derive(iteration);
        var labelled = _labelled.At(iteration);
        var both = StrongViews(labelled, draws.Derive("labelled")).Concat(labelled).ToList();
        var unlabelled = iteration < _method.BurnInIterations ? [] : _unlabelled.At(iteration - _method.BurnInIterations);
        var strong = StrongViews(unlabelled, draws.Derive("unlabelled"));
        var batch = new StudentTeacherBatch(
            TrainingBatch.Of(both, _network.Student, objectnessOnly: false), Pack(unlabelled), Pack(strong), [.. unlabelled.Select(example => example.Image)]);
        if (_network.Student.Device.type == DeviceType.CUDA)
        {
            batch.Pin();
        }

        return batch;
    }

    private List<TrainingExample> StrongViews(IReadOnlyList<TrainingExample> weak, Seed draws) =>
        [.. weak.Select((example, slot) => example with { Image = _augmenter.Apply(example.Image, draws.Derive(slot).ToStream()) })];

    private PackedPixels? Pack(IReadOnlyList<TrainingExample> examples) => examples.Count == 0
        ? null
        : PackedPixels.Pack([.. examples.Select(example => example.Image)], _network.Student.Options);
}
