namespace Lat.Pipeline;

/// <summary>
/// What a running stage wants people to know beyond the moment, as a worker sends it: one line of text that begins with a mark. It stays in the log of
/// the run, where progress is drawn over.
/// </summary>
public static class StageNotice
{
    /// <summary>What such a line begins with.</summary>
    public const string Mark = "@notice ";

    /// <summary>The line that a worker sends.</summary>
    public static string ToLine(string text) => Mark + text.ReplaceLineEndings(" ");

    /// <summary>What a worker's line tells; null where it is no notice.</summary>
    public static string? Parse(string line) => line.StartsWith(Mark, StringComparison.Ordinal) ? line[Mark.Length..] : null;
}
