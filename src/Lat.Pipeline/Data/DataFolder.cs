using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Where the user's datasets lie. Part of the machine, not of an experiment: it enters no key.</summary>
/// <param name="directory">The folder that relative paths begin at; null: the current folder.</param>
public sealed class DataFolder(string? directory)
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "LAT_DATA";

    /// <summary>Hashes the datasets. Default: reads every file and remembers nothing.</summary>
    internal DatasetHasher Hasher { get; init; } = new();

    /// <summary>The same folder with another hasher.</summary>
    internal DataFolder With(DatasetHasher hasher) => new(directory) { Hasher = hasher };

    /// <summary>The folder that was asked for, or that the environment names.</summary>
    /// <exception cref="LatException">It was asked for, but does not exist.</exception>
    public static DataFolder Of(string? directory)
    {
        var chosen = string.IsNullOrEmpty(directory) ? Environment.GetEnvironmentVariable(Variable) : directory;
        if (string.IsNullOrEmpty(chosen))
        {
            return new DataFolder(null);
        }

        return Directory.Exists(chosen) ? new DataFolder(Path.GetFullPath(chosen)) : throw new LatException(
            $"The folder of datasets does not exist: '{chosen}'. Name another with --data DIR or the environment variable {Variable}.");
    }

    /// <summary>The full path of a dataset.</summary>
    public string PathOf(string root) => Path.GetFullPath(directory is null ? root : Path.Combine(directory, root));
}
