using System.Globalization;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>Puts the progress of a stage into words.</summary>
public static class ProgressText
{
    /// <summary>A worker's line for people: progress in words, a notice without its mark, any other line as it is.</summary>
    public static string Readable(string line) => StageProgress.Parse(line) is { } progress ? Format(progress) : StageNotice.Parse(line) ?? line;

    /// <summary>
    /// All that is known, in one line: `iteration 20/900  loss 1.234 (box 0.5, class 0.7)  rate 0.006  31 images/s  data wait 1%  1.2 GiB  0:54 left`.
    /// </summary>
    public static string Format(StageProgress progress) => string.Join("  ", Parts(progress, withTerms: true));

    /// <summary>As much of it, after a name, as a width holds: the single losses are left out first, then the end is cut.</summary>
    public static string Fit(string name, StageProgress progress, int width)
    {
        var whole = $"{name}  {Format(progress)}";
        return whole.Length <= width ? whole : Cut($"{name}  {string.Join("  ", Parts(progress, withTerms: false))}", width);
    }

    /// <summary>A text of at most a width; a cut shows as an ellipsis.</summary>
    public static string Cut(string text, int width) => text.Length <= width ? text : text[..Math.Max(width - 1, 0)] + "…";

    /// <summary>A time as people read it: `0:54`, `12:03`, `3:07:12`.</summary>
    public static string Duration(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Clamp(Math.Round(seconds), 0, 1e9));
        return time.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
    }

    private static IEnumerable<string> Parts(StageProgress progress, bool withTerms)
    {
        yield return Text($"{progress.Unit} {progress.Done}/{progress.Total}");
        if (progress.Losses.Count > 0)
        {
            var terms = withTerms && progress.Losses.Count > 1 ? $" ({string.Join(", ", progress.Losses.Select(Term))})" : "";
            yield return Text($"loss {progress.Losses.Sum(loss => loss.Value):0.000}") + terms;
        }

        if (progress.LearningRate is { } rate)
        {
            yield return Text($"rate {rate:0.#####}");
        }

        if (progress.ImagesPerSecond is { } speed)
        {
            yield return Text($"{speed:0.#} images/s");
        }

        if (progress.DataWaitShare is { } wait)
        {
            yield return Text($"data wait {wait * 100:0.#}%");
        }

        if (progress.MemoryBytes is { } memory)
        {
            yield return Text($"{memory / (double)(1 << 30):0.0} GiB");
        }

        if (progress.SkippedSteps > 0)
        {
            yield return Text($"{progress.SkippedSteps} bad steps skipped");
        }

        if (progress.RemainingSeconds is { } remaining && progress.Done < progress.Total)
        {
            yield return Duration(remaining) + " left";
        }
    }

    private static string Term(NamedLoss loss) => Text($"{loss.Name} {loss.Value:0.000}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
