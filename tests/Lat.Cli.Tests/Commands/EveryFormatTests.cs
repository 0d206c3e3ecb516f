using System.Text.Json;
using Lat.Datasets;
using Lat.Imaging;

namespace Lat.Cli.Tests;

/// <summary>`lat inspect` and `lat convert` on a small dataset of each of the eleven formats, as its download unpacks.</summary>
public sealed class EveryFormatTests : IDisposable
{
    private const int Gap = 4;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Names => SampleDatasets.Names;

    public static TheoryData<string> OnDisk => SampleDatasets.OnDisk;

    public static TheoryData<string, string> Conversions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var writer in DatasetWriters.All)
            {
                SampleDatasets.All.ToList().ForEach(one => data.Add(one.Format, writer.Format));
            }

            return data;
        }
    }

    [Fact]
    public void EveryFormatHasASample() =>
        Assert.Equal(DatasetFormats.All.Select(format => format.Name), SampleDatasets.All.Select(one => one.Format).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void TheTextSaysWhatIsThere(string name)
    {
        var one = SampleDatasets.Of(name);

        var (exitCode, output, errors) = LatCommand.Run("inspect", name, one.Write(_folder["in"]));

        Assert.Equal((0, ""), (exitCode, errors));
        var classes = CountsOf(one);
        Assert.StartsWith($"{one.Title}: {one.Images.Count} images (0 without a box), {one.Labels.Count} boxes of {classes.Count} of ", output, StringComparison.Ordinal);
        Assert.Contains($"image sizes: {one.Size} ({one.Images.Count})", output, StringComparison.Ordinal);
        Assert.Equal(classes, RowsOf(output));
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheJsonCountsTheBoxesOfEachClass(string name)
    {
        var one = SampleDatasets.Of(name);

        var (exitCode, output, errors) = LatCommand.Run("inspect", name, one.Write(_folder["in"]), "--json", _folder["a.json"]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.EndsWith($"Written: {_folder["a.json"]}", output.TrimEnd(), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllBytes(_folder["a.json"]));
        var root = json.RootElement;
        Assert.Equal((name, one.Title), (root.GetProperty("format").GetString(), root.GetProperty("title").GetString()));
        Assert.Equal((one.Images.Count, one.Labels.Count), (root.GetProperty("images").GetInt32(), root.GetProperty("boxes").GetInt32()));
        Assert.Equal(one.Images.Count, root.GetProperty("imageSizes").GetProperty(one.Size.ToString()).GetInt32());
        Assert.Equal(one.Labels.Count, root.GetProperty("boxSizes").EnumerateObject().Sum(size => size.Value.GetInt32()));
        Assert.Equal(
            CountsOf(one),
            new SortedDictionary<string, int>(root.GetProperty("classes").EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!, each => each.GetProperty("boxes").GetInt32())
                .Where(each => each.Value > 0).ToDictionary(), StringComparer.Ordinal));
        Assert.Equal(0, root.GetProperty("warningCount").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheContactSheetShowsEveryImageWithItsBoxesWhereTheyAre(string name)
    {
        var one = SampleDatasets.Of(name);

        var (exitCode, _, errors) = LatCommand.Run("inspect", name, one.Write(_folder["in"]), "--contact-sheet", _folder["a.png"]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], File.ReadAllBytes(_folder["a.png"])[..8]);
        var sheet = ImageCodec.Decode(_folder["a.png"]);
        Assert.Equal(new ImageSize((one.Images.Count * (one.Size.Width + Gap)) + Gap, one.Size.Height + (2 * Gap)), sheet.Size);

        // The lower left corner of a box lies under no name, which the generated scenes, full of boxes, do not promise.
        var space = DatasetFormats.Find(name).Read(one.Write(_folder["in"]), new ReadOptions()).Annotations.LabelSpace;
        foreach (var label in one.Labels.Where(_ => one.LabelFile is not null))
        {
            var x = Gap + (one.Images.ToList().IndexOf(label.Image) * (one.Size.Width + Gap)) + (int)label.Box.X1;
            var at = (((Gap + (int)label.Box.Y2 - 1) * sheet.Width) + x) * 3;
            Assert.Equal(Palette.ColorOf(space.IndexOf(label.Class)), new RgbColor(sheet.Pixels[at], sheet.Pixels[at + 1], sheet.Pixels[at + 2]));
        }
    }

    [Theory]
    [MemberData(nameof(Conversions))]
    public void ItsBoxesAndClassesComeBackFromEveryFormatThatIsWritten(string from, string to)
    {
        var one = SampleDatasets.Of(from);

        var (exitCode, output, errors) = LatCommand.Run("convert", "--from", from, "--to", to, one.Write(_folder["in"]), _folder["out"]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains($"Written: {_folder["out"]} ({one.Images.Count} images, {one.Labels.Count} boxes)", output, StringComparison.Ordinal);
        var read = DatasetFormats.Find(to).Read(_folder["out"], new ReadOptions { Split = "train" });
        Assert.Equal(
            one.Labels,
            read.Annotations.Images.SelectMany(image => image.Annotations.Select(label => new SampleLabel(image.FileName, read.Annotations.LabelSpace[label.ClassIndex].Value, label.Box))));
        Assert.All(read.Annotations.Images, image => Assert.Equal(one.Size, image.Size));
        Assert.All(read.Images, image => Assert.Equal(one.Size, ImageCodec.Decode(image.Source!.ReadBytes(), image.Source.Location).Size));
    }

    [Theory]
    [MemberData(nameof(OnDisk))]
    public void AFileThatWasCutOffIsNamedAndNothingIsWritten(string name)
    {
        var one = SampleDatasets.Of(name);
        one.Write(_folder["in"]);
        var file = Path.Join(_folder["in"], one.LabelFile);
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^10]);

        var converted = LatCommand.Run("convert", "--from", name, "--to", "coco", _folder["in"], _folder["out"]);
        var inspected = LatCommand.Run("inspect", name, _folder["in"], "--json", _folder["a.json"], "--contact-sheet", _folder["a.png"]);

        Assert.All([converted, inspected], run =>
        {
            Assert.Equal((1, ""), (run.ExitCode, run.Output));
            Assert.Contains(file, run.Errors, StringComparison.Ordinal);
            Assert.Contains("nothing was imported", run.Errors, StringComparison.Ordinal);
        });
        Assert.Equal([_folder["in"]], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private static SortedDictionary<string, int> CountsOf(SampleDataset one) =>
        new(one.Labels.CountBy(label => label.Class).ToDictionary(), StringComparer.Ordinal);

    /// <summary>The table of classes that was printed, without the classes that have no box.</summary>
    private static SortedDictionary<string, int> RowsOf(string output) => new(
        output.Split('\n').SkipWhile(line => !line.StartsWith("class ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Trim().Length > 0)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => (Name: string.Join(' ', cells[..^3]), Boxes: int.Parse(cells[^3], System.Globalization.CultureInfo.InvariantCulture)))
            .Where(row => row.Boxes > 0).ToDictionary(row => row.Name, row => row.Boxes),
        StringComparer.Ordinal);
}
