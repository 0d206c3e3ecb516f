using Lat.Datasets;

namespace Lat.Cli;

/// <summary>What `lat inspect` prints.</summary>
internal static class InspectText
{
    private const int MaxWarnings = 10;
    private const int MaxSizes = 5;

    public static void Write(TextWriter output, DatasetFormat format, DatasetSummary summary)
    {
        var documentation = format.Documentation;
        Line($"{format.Title}: {summary.Images} images ({summary.ImagesWithoutBoxes} without a box), {summary.Boxes} boxes of {summary.Classes.Count(one => one.Boxes > 0)} of {summary.Classes.Count} classes{(summary.Sequences > 0 ? FormattableString.Invariant($", {summary.Sequences} sequences") : "")}");
        Line($"box maximum in the files: {Lower(documentation.Maximum)}; extent: {Lower(documentation.Extent)}");
        output.WriteLine($"boxes: {documentation.BoxRules}");
        output.WriteLine($"crowds: {documentation.CrowdRule}");
        output.WriteLine($"ignored: {documentation.IgnoreRule}");
        output.WriteLine();
        var width = Math.Max(5, summary.Classes.Max(one => one.Name.Length));
        output.WriteLine($"{"class".PadRight(width)} {"boxes",9} {"crowds",8} {"ignored",8}");
        foreach (var one in summary.Classes)
        {
            Line($"{one.Name.PadRight(width)} {one.Boxes,9} {one.Crowds,8} {one.Ignored,8}");
        }

        output.WriteLine();
        var sizes = summary.ImageSizes.OrderByDescending(size => size.Value).Take(MaxSizes).Select(size => FormattableString.Invariant($"{size.Key} ({size.Value})"));
        output.WriteLine($"image sizes: {string.Join(", ", sizes)}{(summary.ImageSizes.Count > MaxSizes ? FormattableString.Invariant($" and {summary.ImageSizes.Count - MaxSizes} more") : "")}");
        Line($"box sizes: {summary.BoxSizes["small"]} below 32x32 pixels, {summary.BoxSizes["medium"]} below 96x96, {summary.BoxSizes["large"]} larger");
        foreach (var (what, times) in summary.Report.Counts)
        {
            Line($"{what}: {times}");
        }

        foreach (var warning in summary.Report.Warnings.Take(MaxWarnings))
        {
            output.WriteLine($"warning: {warning}");
        }

        if (summary.Report.WarningCount > MaxWarnings)
        {
            Line($"and {summary.Report.WarningCount - MaxWarnings} more warnings");
        }

        void Line(FormattableString text) => output.WriteLine(FormattableString.Invariant(text));
    }

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
