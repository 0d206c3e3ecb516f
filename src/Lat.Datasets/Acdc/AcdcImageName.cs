using System.Globalization;

namespace Lat.Datasets;

/// <summary>What the name of an image in ACDC says.</summary>
/// <param name="Path">Below rgb_anon, `/` between folders: `fog/train/GOPR0475/GOPR0475_frame_000041_rgb_anon.png`.</param>
/// <param name="Condition">The weather or the night.</param>
/// <param name="Frame">Its place in the video.</param>
internal sealed record AcdcImageName(string Path, string Condition, FrameKey? Frame)
{
    private const string FrameMark = "_frame_";

    /// <summary>Reads a name with or without its folders; what lacks them is of the file's own condition and split.</summary>
    public static AcdcImageName Parse(string given, AcdcFile file)
    {
        var path = given.StartsWith("rgb_anon/", StringComparison.Ordinal) ? given["rgb_anon/".Length..] : given;
        var mark = path.LastIndexOf(FrameMark, StringComparison.Ordinal);
        var sequence = mark < 0 ? null : path[(path.LastIndexOf('/', mark) + 1)..mark];
        if (!path.Contains('/') && file.Condition is { } own && sequence is not null)
        {
            path = $"{own}/{file.Split}/{sequence}/{path}";
        }

        var condition = path.Split('/')[0];
        return new AcdcImageName(
            path,
            AcdcReader.Conditions.Contains(condition) ? condition : file.Condition ?? condition,
            sequence is null ? null : FrameOf(path, sequence));
    }

    private static FrameKey? FrameOf(string path, string sequence)
    {
        var digits = path[(path.LastIndexOf(FrameMark, StringComparison.Ordinal) + FrameMark.Length)..].Split('_', '.')[0];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? new FrameKey(sequence, order) : null;
    }
}
