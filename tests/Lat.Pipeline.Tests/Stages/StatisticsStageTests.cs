using System.Text.Json;
using Lat.Datasets;
using Lat.Evaluation;

namespace Lat.Pipeline.Tests;

public sealed class StatisticsStageTests : IDisposable
{
    private static readonly LabelSpace Space = new("car", "tram", "sign");

    private readonly string _folder = Directory.CreateTempSubdirectory("lat-statistics").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ARowIsHeldAgainstTheBaselineAndAbsentClassesAreNamed()
    {
        var truth = Set("validation", 12, 0);
        var training = Set("training", 3, 0, 1);
        Found("mine-1", truth, every: 1);
        Found("mine-2", truth, every: 1);
        Found("base-1", truth, every: 3);
        Found("base-2", truth, every: 2);
        var stage = new StatisticsStage("statistics", Runs("mine"), Runs("base"), "validation", "training");
        string[] names = ["detections/1", "detections/2", "baseline/1", "baseline/2"];
        string[] files = ["mine-1", "mine-2", "base-1", "base-2"];
        var inputs = names.Zip(files, (name, file) => (name, PathOf(file))).Append(("annotations", PathOf("validation"))).Append(("training-annotations", PathOf("training")));
        Assert.Equal([StatisticsStage.Statistics], stage.Run(new StageContext(NamedMap.Create([.. inputs]), _folder, "cpu", _ => { })));

        var measured = JsonSerializer.Deserialize<MethodStatistics>(File.ReadAllBytes(Path.Combine(_folder, StatisticsStage.Statistics)), EvaluationJson.Options)!;
        Assert.Equal(1, measured[EvaluationMetric.Ap50].Value.Mean, 9);
        Assert.Equal(2, measured[EvaluationMetric.Ap50].Value.Seeds);
        Assert.True(measured[EvaluationMetric.Ap50].Difference!.Mean > 0.3);
        Assert.Equal(["tram", "sign"], measured.AbsentFromValidation.Select(name => name.Value));
        Assert.Equal(["sign"], measured.AbsentFromTraining.Select(name => name.Value));
        Assert.True(double.IsNaN(measured.Classes[1].Value.Mean));
    }

    private static EquatableArray<KeyValuePair<string, string>> Runs(string name) => [new("1", $"{name}-1"), new("2", $"{name}-2")];

    private string PathOf(string name) => Path.Combine(_folder, $"{name}.bin");

    private AnnotationSet Set(string name, int images, params int[] classes)
    {
        var set = new AnnotationSet(Space, Enumerable.Range(0, images).Select(image => new AnnotatedImage(
            $"{image}.jpg", new ImageSize(64, 64), classes.Select(index => new Annotation(new Box(0, 0, 20, 20), index)).ToEquatableArray())));
        AnnotationFile.Write(PathOf(name), set);
        return set;
    }

    private void Found(string name, AnnotationSet truth, int every) => DetectionFile.Write(PathOf(name), new DetectionSet(Space, truth.Images.Select((image, index) =>
        new ImageDetections(image.FileName, image.Size, index % every == 0 ? [new Core.Detection(new Box(0, 0, 20, 20), 0, 0.9)] : [])).ToEquatableArray()));
}
