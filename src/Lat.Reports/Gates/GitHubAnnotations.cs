namespace Lat.Reports;

/// <summary>The verdicts of the gates as workflow commands of GitHub Actions, which it shows beside the change that caused them.</summary>
public static class GitHubAnnotations
{
    /// <summary>One line for each gate that did not pass; none for those that did.</summary>
    public static EquatableArray<string> Lines(IEnumerable<GateVerdict> verdicts) => verdicts.Where(verdict => !verdict.Passed)
        .Select(verdict => $"::error title={Property(Title(verdict.Outcome))}::{Data(verdict.Text)}").ToEquatableArray();

    private static string Title(GateOutcome outcome) => outcome == GateOutcome.Missed ? "Gate missed" : "Gate could not be judged";

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
