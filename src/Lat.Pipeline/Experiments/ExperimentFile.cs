using Lat.Core;
using Lat.Experiments;

namespace Lat.Pipeline;

/// <summary>Reads an experiment by name or by path.</summary>
public static class ExperimentFile
{
    /// <param name="rootDirectory">Where `experiments/` lies.</param>
    /// <param name="experiment">The name of a file in `experiments/` without its extension, or a path.</param>
    /// <param name="overrides">`path.to.field=value`, in order.</param>
    /// <exception cref="LatException">There is no such file, or it is not valid; all its faults are in the message.</exception>
    public static Experiment Load(string rootDirectory, string experiment, IReadOnlyList<string> overrides)
    {
        var folder = Path.Combine(rootDirectory, "experiments");
        var document = ExperimentDocument.Load(Find(folder, rootDirectory, experiment), overrides, name => InFolder(folder, name));
        return ExperimentBinder.Bind<Experiment>(DetectorDefaults.Apply(document));
    }

    /// <summary>The name that an experiment's results are filed under.</summary>
    public static string NameOf(string experiment) => Path.GetFileNameWithoutExtension(experiment);

    /// <summary>The file that an experiment is read from.</summary>
    /// <param name="rootDirectory">Where `experiments/` lies.</param>
    /// <param name="experiment">The name of a file in `experiments/` without its extension, or a path.</param>
    /// <exception cref="LatException">There is no such file.</exception>
    public static string PathOf(string rootDirectory, string experiment) => Find(Path.Combine(rootDirectory, "experiments"), rootDirectory, experiment);

    private static string Find(string folder, string rootDirectory, string experiment)
    {
        if (InFolder(folder, experiment) is { } byName)
        {
            return byName;
        }

        var path = Path.GetFullPath(experiment, rootDirectory);
        if (File.Exists(path))
        {
            return path;
        }

        var known = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
                .Where(file => !file.EndsWith(LockFile.Extension, StringComparison.Ordinal))
                .Select(file => Path.ChangeExtension(Path.GetRelativePath(folder, file), null)).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        throw new LatException($"No experiment '{experiment}'. There are: {string.Join(", ", known)}; or give the path of a YAML file.");
    }

    private static string? InFolder(string folder, string name)
    {
        var path = Path.Combine(folder, name.EndsWith(".yaml", StringComparison.Ordinal) ? name : name + ".yaml");
        return File.Exists(path) ? path : null;
    }
}
