using System.Globalization;
using System.Text;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>What a data.yaml says.</summary>
/// <param name="File">The yaml file.</param>
/// <param name="Root">The folder that the splits' paths start from.</param>
/// <param name="Classes">`names`.</param>
/// <param name="Splits">Which paths each split names; a split without paths is not in it.</param>
internal sealed record YoloDescription(
    string File, string Root, LabelSpace Classes, IReadOnlyList<(string Split, IReadOnlyList<string> Paths)> Splits)
{
    private const long MaxLength = 4 << 20;
    private static readonly string[] SplitNames = ["train", "val", "test"];

    /// <exception cref="LatException">The file is missing, or not a data.yaml.</exception>
    public static YoloDescription Read(string file, ReadFaults faults)
    {
        var place = new RecordPlace(file);
        try
        {
            if (new FileInfo(file).Length > MaxLength)
            {
                faults.Stop(place, FormattableString.Invariant($"has more than {MaxLength} bytes"), "Check that this is a data.yaml");
            }

            var yaml = DataYaml.Parse(System.IO.File.ReadAllText(file, Encoding.UTF8));
            var names = Names(yaml, file, faults);
            faults.ThrowIfAny();
            return new YoloDescription(file, RootOf(yaml, file), new LabelSpace(names), Paths(yaml, file, faults));
        }
        catch (DataYamlException exception)
        {
            throw faults.Stop(new RecordPlace(file, "line", exception.Line), exception.Message, exception.Remedy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw faults.Stop(place, $"cannot be read: {exception.Message}", "Name the folder that holds data.yaml, or the file itself");
        }
    }

    private static List<ClassName> Names(DataYaml yaml, string file, ReadFaults faults)
    {
        var place = new RecordPlace(file, "names");
        var found = yaml.Find("names");
        var texts = found?.Items ?? (found?.Pairs is { } pairs ? InOrder(pairs, place, faults) : null);
        if (texts is null or { Count: 0 })
        {
            faults.Stop(place, "is missing or empty", "Write the classes there, as a list or as a map from 0");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<ClassName>();
        foreach (var text in texts!)
        {
            if (!ClassName.IsValid(text))
            {
                faults.Add(place, $"has '{DataYaml.Shorten(text)}'. {ClassName.ValidValues.TrimEnd('.')}", "Rename the class");
            }
            else if (!seen.Add(text))
            {
                faults.Add(place, $"names '{text}' twice", "Give each class a name of its own");
            }
            else
            {
                names.Add(new ClassName(text));
            }
        }

        if (yaml.Find("nc")?.Text is { } count && count != texts.Count.ToString(CultureInfo.InvariantCulture))
        {
            faults.Add(new RecordPlace(file, "nc"), FormattableString.Invariant($"is {DataYaml.Shorten(count)}, but there are {texts.Count} names"), "Correct one of them");
        }

        return names;
    }

    private static List<string> InOrder(IReadOnlyList<(string Key, string Value)> pairs, RecordPlace place, ReadFaults faults)
    {
        var names = new string?[pairs.Count];
        foreach (var (key, value) in pairs)
        {
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < names.Length && names[index] is null)
            {
                names[index] = value;
            }
            else
            {
                faults.Add(
                    place,
                    FormattableString.Invariant($"has the key '{DataYaml.Shorten(key)}'; expected 0 to {names.Length - 1}, each once"),
                    "Number the classes from 0 without gaps");
            }
        }

        return [.. names.Select(name => name ?? "?")];
    }

    /// <summary>`path`, from the yaml file's own folder; where it is not on this machine, that folder.</summary>
    private static string RootOf(DataYaml yaml, string file)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var path = yaml.Find("path")?.Text;
        var root = string.IsNullOrEmpty(path) || path.Contains('\0', StringComparison.Ordinal) ? own : Path.GetFullPath(Path.Combine(own, path));
        return Directory.Exists(root) ? root : own;
    }

    private static List<(string, IReadOnlyList<string>)> Paths(DataYaml yaml, string file, ReadFaults faults)
    {
        var splits = new List<(string, IReadOnlyList<string>)>();
        foreach (var split in SplitNames)
        {
            var value = yaml.Find(split) ?? (split == "val" ? yaml.Find("valid") : null);
            if (value is { AsList: null })
            {
                faults.Add(new RecordPlace(file, split), "is a map; expected a path, or a list of paths", "Write where the images of the split are");
            }
            else if (value?.AsList?.Where(path => path.Length > 0).ToList() is { Count: > 0 } paths)
            {
                splits.Add((split, paths));
            }
        }

        return splits;
    }
}
