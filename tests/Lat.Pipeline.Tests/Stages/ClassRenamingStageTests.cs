using Lat.Datasets;

namespace Lat.Pipeline.Tests;

public sealed class ClassRenamingStageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-renaming").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheSourcesOwnBoxesAreWrittenUnderTheTargetsNames()
    {
        var labels = Run(NamedMap.Create(("vehicle.car", new ClassName("car")), ("vehicle.van", new ClassName("car"))), out var said);
        Assert.Equal(StreetsLabelSpaces.Mid, labels.LabelSpace);
        Assert.Equal(4, labels.Images.Count);
        Assert.All(labels.Images.SelectMany(image => image.Annotations), label => Assert.Equal("car", labels.LabelSpace[label.ClassIndex].Value));
        Assert.True(labels.AnnotationCount > 0);
        Assert.Contains("kept: vehicle.car, vehicle.van; 17 classes dropped", said, StringComparison.Ordinal);
    }

    [Fact]
    public void SpacesWithoutACommonNameLeaveNoBox()
    {
        Assert.Equal(0, Run(null, out var said).AnnotationCount);
        Assert.Contains("no class is kept; 19 classes dropped", said, StringComparison.Ordinal);
    }

    private AnnotationSet Run(NamedMap<ClassName>? mapping, out string said)
    {
        var graph = Some.Graph();
        var inputs = new List<(string, string)>();
        foreach (var (input, dataset) in new[] { ("annotations", "fine"), ("target-annotations", "mid") })
        {
            var work = Directory.CreateDirectory(Path.Combine(_folder, dataset)).FullName;
            graph[StageNames.Import(dataset, validation: false)].Run(new StageContext(NamedMap.Create<string>(), work, "cpu", _ => { }));
            inputs.Add((input, Path.Combine(work, DatasetFiles.Annotations)));
        }

        var lines = new List<string>();
        new ClassRenamingStage("transfer", mapping, "source", "target").Run(new StageContext(NamedMap.Create([.. inputs]), _folder, "cpu", lines.Add));
        said = Assert.Single(lines);
        return AnnotationFile.Read(Path.Combine(_folder, TransferStage.Labels));
    }
}
