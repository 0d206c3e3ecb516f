using Lat.Artifacts;

namespace Lat.Pipeline;

/// <summary>
/// The folder outputs/ of an experiment: the files of its stages under the stages' names, sharing the store's space. Where the store lies on
/// another file system there is none: copies could be as large as the store.
/// </summary>
internal static class SharedOutputs
{
    private const string Index = ".index";

    /// <summary>Brings the files of the stages of a run up to date and leaves those of others; costs one small read where they are.</summary>
    public static void Write(RunReport report, ArtifactStore store, string folder)
    {
        var index = Path.Combine(folder, Index);
        var known = File.Exists(index) ? File.ReadAllLines(index).ToHashSet(StringComparer.Ordinal) : [];
        var stages = report.Stages.Where(stage => stage.Result is not null).ToDictionary(stage => stage.Node.Name, StringComparer.Ordinal);
        var wanted = known.Where(line => StageOf(line) is { Length: > 0 } stage && !stages.ContainsKey(stage)).ToHashSet(StringComparer.Ordinal);
        var missing = new List<(StageOutput Output, string Path)>();
        foreach (var (name, output) in stages.Values.SelectMany(stage => stage.Result!.Outputs.Select(output => (stage.Node.Name, output))))
        {
            var line = $"{output.Hash} {name} {output.Name}";
            wanted.Add(line);
            if (!known.Contains(line))
            {
                missing.Add((output, Path.Combine(folder, name, output.Name)));
            }
        }

        // Somebody may have deleted the folder; and of a torn index a line may name one.
        foreach (var path in known.Where(line => !wanted.Contains(line)).Select(line => PathOf(folder, line)).Where(File.Exists))
        {
            File.Delete(path);
        }

        if (missing.TrueForAll(file => store.TryShare(file.Output, file.Path)) && (missing.Count > 0 || wanted.Count < known.Count))
        {
            File.WriteAllLines(index + ".partial", wanted.Order(StringComparer.Ordinal));
            File.Move(index + ".partial", index, overwrite: true);
        }
    }

    private static string StageOf(string line) => line.Split(' ', 3) is [_, var stage, _] ? stage : "";

    private static string PathOf(string folder, string line) => line.Split(' ', 3) is [_, var stage, var file] && !line.Contains("..", StringComparison.Ordinal)
        ? Path.Combine(folder, stage, file)
        : Path.Combine(folder, Index);
}
