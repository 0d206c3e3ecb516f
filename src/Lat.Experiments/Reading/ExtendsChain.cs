using Lat.Core;

namespace Lat.Experiments;

/// <summary>Reads a file and, under it, the file that it extends, and so on.</summary>
internal sealed class ExtendsChain(Func<string, string?>? resolve, FaultList faults)
{
    public const string Key = "extends";

    private const string VersionKey = "version";

    private readonly List<string> _files = [];

    /// <summary>The files read so far, as faults name them.</summary>
    public IReadOnlyList<string> Files => _files;

    public MappingNode Read(string path)
    {
        _files.Add(path);
        var own = YamlReader.ReadFile(SpecFile.ReadText(path, faults), path, faults);
        if (own.Find(Key) is not { } extends)
        {
            return own;
        }

        if (extends.Value is not ScalarNode { IsNull: false, Text.Length: > 0 } name)
        {
            throw faults.Fatal($"'{Key}' is {extends.Value.Description}; expected the name of one file", extends.Value.Position);
        }

        var parent = Find(name, path);
        RefuseCycle(parent, name);
        var inherited = Read(parent);
        RefuseOtherVersion(inherited, own);
        return NodeMerge.Merge(inherited, own.Without(Key));
    }

    private string Find(ScalarNode name, string path)
    {
        if (Path.IsPathRooted(name.Text) || name.Text.Any(char.IsControl))
        {
            throw faults.Fatal($"'{Key}' is {name.Description}; name a file relative to this one", name.Position);
        }

        var beside = Path.Combine(Path.GetDirectoryName(path) ?? "", name.Text).Replace('\\', '/');
        return File.Exists(beside) ? beside
            : File.Exists($"{beside}.yaml") ? $"{beside}.yaml"
            : resolve?.Invoke(name.Text)
                ?? throw faults.Fatal(
                    $"'{Key}' is {name.Description}; there is no such file{NeighbourFiles.Describe(beside)}", name.Position);
    }

    private void RefuseCycle(string parent, ScalarNode name)
    {
        var first = _files.FindIndex(file => Path.GetFullPath(file) == Path.GetFullPath(parent));
        if (first >= 0)
        {
            throw faults.Fatal($"'{Key}' goes in a circle: {string.Join(" -> ", _files.Skip(first).Append(_files[first]))}", name.Position);
        }

        if (_files.Count == DocumentLimits.Files)
        {
            throw faults.Fatal(FormattableString.Invariant($"'{Key}' goes through more than {DocumentLimits.Files} files"), name.Position);
        }
    }

    private void RefuseOtherVersion(MappingNode inherited, MappingNode own)
    {
        if (inherited.TryGetText(VersionKey, out var theirs) && own.TryGetText(VersionKey, out var ours) && theirs != ours)
        {
            var file = inherited.Find(VersionKey)!.KeyPosition.File;
            faults.Add(
                $"'{VersionKey}' is {FaultText.Quote(ours)} here and {FaultText.Quote(theirs)} in {file}, which it extends; they must be equal",
                own.Find(VersionKey)!.Value.Position);
        }
    }
}
