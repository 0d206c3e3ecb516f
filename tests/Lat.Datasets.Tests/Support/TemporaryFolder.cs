namespace Lat.Datasets.Tests;

/// <summary>A folder of a test's own, deleted with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lat-datasets-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public IEnumerable<string> FileNames => _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    public string Write(string name, string content)
    {
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
