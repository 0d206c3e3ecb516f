using System.Text;
using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>A dataset's folder that a test builds file by file.</summary>
internal sealed class DatasetTree : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lat-dataset-");

    public string Root => _folder.FullName;

    public string this[string name] => Path.Join(Root, name);

    public DatasetTree Write(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], content);
        return this;
    }

    public DatasetTree Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>A real PNG image.</summary>
    public DatasetTree WriteImage(string name, int width = 8, int height = 4) =>
        Write(name, PngBytes.Encode(new RgbImage(new ImageSize(width, height))));

    /// <summary>Reads the tree in a format.</summary>
    public ImportedDataset Read(DatasetFormat format, ReadOptions? options = null) => format.Read(Root, options ?? new ReadOptions());

    /// <summary>The message that the tree is refused with.</summary>
    public string Refusal(DatasetFormat format, ReadOptions? options = null) =>
        Assert.Throws<LatException>(() => Read(format, options)).Message;

    public void Dispose() => _folder.Delete(recursive: true);
}
