using Lat.Core;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Pipeline.Tests;

/// <summary>The datasets of `experiments/real-street.yaml`, where the folder named by LAT_TEST_DATA has them: a few images of each set are imported.</summary>
public sealed class RealStreetImportTests : IDisposable
{
    private const int Images = 8;
    private static readonly string Data = Environment.GetEnvironmentVariable("LAT_TEST_DATA") ?? "";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lat-real-");

    public void Dispose() => _folder.Delete(recursive: true);

    [RealDataTheory]
    [InlineData("carla", false)]
    [InlineData("carla", true)]
    [InlineData("road-vehicle", false)]
    [InlineData("road-vehicle", true)]
    [InlineData("voc-street", false)]
    [InlineData("voc-street", true)]
    public void EverySetIsImported(string name, bool isValidation)
    {
        var options = Assert.IsAssignableFrom<FolderDatasetOptions>(ExperimentFile.Load(Repository.Root, "real-street", []).Datasets[name]) with
        {
            Subset = Images, ValidationSubset = Images,
        };
        var root = new DataFolder(Data).PathOf(options.Root);
        var context = new StageContext(NamedMap.Create((DatasetInput.Name, root)), _folder.FullName, "cpu", _ => { });

        new FolderImportStage("import/x/train", options.For(isValidation), DatasetInput.Of(root, new DatasetHasher())).Run(context);

        var set = AnnotationFile.Read(context.Output(DatasetFiles.Annotations));
        using var pack = PackedImages.Open(context.Output(DatasetFiles.Images));
        Assert.Equal(Images, set.Images.Count);
        Assert.Equal(set.Images.Select(image => (image.FileName, image.Size)), Enumerable.Range(0, pack.Count).Select(index => (pack.FileNames[index], pack.SizeOf(index))));
        Assert.All(set.Images, image => Assert.InRange(Math.Max(image.Size.Width, image.Size.Height), 1, 256));
        Assert.NotEqual(0, set.AnnotationCount);
    }

    /// <summary>Skipped where the data are not at hand.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class RealDataTheoryAttribute : TheoryAttribute
    {
        public RealDataTheoryAttribute()
        {
            if (!Directory.Exists(Path.Join(Data, "voc-street")))
            {
                Skip = "The environment variable LAT_TEST_DATA names no folder with 'voc-street' in it.";
            }
        }
    }
}
