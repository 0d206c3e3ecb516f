using System.Globalization;

namespace Lat.Bench.Training;

/// <summary>What stands behind the first word of the command line: `--name value` pairs and flags.</summary>
/// <param name="Words">The words.</param>
internal sealed record Arguments(IReadOnlyList<string> Words)
{
    public bool Has(string flag) => Words.Contains(flag);

    public int Int(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public string? Text(string name)
    {
        var at = Words.ToList().IndexOf(name);
        return at < 0 ? null : Words[at + 1];
    }
}
