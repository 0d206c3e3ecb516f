using System.Text.RegularExpressions;

namespace Lat.Experiments.Tests;

/// <summary>A folder of files that is gone afterwards. Files are named relative to it in faults, so that texts can be pinned.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("lat-experiments-").FullName;

    public string this[string name] => System.IO.Path.Combine(_path, name);

    public string Write(string name, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public SampleExperiment Bound(string name, params string[] overrides) =>
        ExperimentBinder.Bind<SampleExperiment>(ExperimentDocument.Load(this[name], overrides));

    /// <summary>The message of a refusal without the path of the folder, nor the blanks that align the lines to its length.</summary>
    public string Refusal(string name, params string[] overrides)
    {
        var message = Assert.Throws<ExperimentNotValidException>(() => Bound(name, overrides)).Message
            .Replace(_path + "/", "", StringComparison.Ordinal).Replace(_path, "FOLDER", StringComparison.Ordinal);
        return Regex.Replace(message, @"(?<=\S) {2,}", "  ");
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
