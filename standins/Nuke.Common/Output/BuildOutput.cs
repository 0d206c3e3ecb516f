using System.Globalization;

namespace Nuke.Common.Execution;

/// <summary>Everything that a build prints of itself: headers, errors, the summary. Targets print what they like.</summary>
internal sealed class BuildOutput(TextWriter writer, bool usesColors)
{
    private const string Red = "\e[31m", Green = "\e[32m", Yellow = "\e[33m", Cyan = "\e[36m", Grey = "\e[90m", Plain = "\e[0m";

    private NukeBuild? _build;

    public Verbosity Verbosity { get; set; } = Verbosity.Normal;

    /// <summary>From here on, the build's own attributes say what is printed.</summary>
    public void Follow(NukeBuild build) => _build = build;

    public void WriteLine(string text) => writer.WriteLine(text);

    public void WriteLogo()
    {
        if (IsEnabled(DefaultOutput.Logo) && Verbosity <= Verbosity.Normal)
        {
            writer.WriteLine($"{System.Environment.NewLine}NUKE (stand-in for Nuke.Common){System.Environment.NewLine}");
        }
    }

    public void WriteTargetHeader(string target)
    {
        if (IsEnabled(DefaultOutput.TargetHeader) && Verbosity <= Verbosity.Normal)
        {
            writer.WriteLine();
            writer.WriteLine($"╬{new string('═', target.Length + 5)}");
            writer.WriteLine($"║ {Colored(Cyan, target)}");
            writer.WriteLine($"╬{new string('═', Math.Max(target.Length - 4, 2))}");
            writer.WriteLine();
            writer.Flush();
        }
    }

    public void WriteError(string text) => writer.WriteLine(Colored(Red, text));

    public void WriteOutcome(IReadOnlyList<ExecutableTarget> plan, bool isSuccess)
    {
        if (IsEnabled(DefaultOutput.TargetOutcome) && Verbosity <= Verbosity.Minimal)
        {
            WriteTable(plan);
        }

        if (IsEnabled(DefaultOutput.BuildOutcome) && (!isSuccess || Verbosity <= Verbosity.Minimal))
        {
            writer.WriteLine();
            writer.WriteLine(isSuccess ? Colored(Green, "Build succeeded.") : Colored(Red, "Build failed."));
        }

        writer.Flush();
    }

    private bool IsEnabled(DefaultOutput output) => _build is null || !_build.GetType()
        .GetCustomAttributes(typeof(DisableDefaultOutputAttribute), inherit: true).Cast<DisableDefaultOutputAttribute>()
        .Any(attribute => attribute.DisabledOutputs.Contains(output) && attribute.IsApplicable(_build));

    private void WriteTable(IReadOnlyList<ExecutableTarget> plan)
    {
        var nameWidth = plan.Select(target => target.Name.Length + 4).Append(19).Max();
        string Line(string target, string status, string duration, string? information = null) =>
            $"{target.PadRight(nameWidth)}{status,-10}{duration,10}{(information is null ? null : $"   // {information}")}";

        writer.WriteLine();
        writer.WriteLine(new string('═', nameWidth + 20));
        writer.WriteLine(Colored(Cyan, Line("Target", "Status", "Duration")));
        writer.WriteLine(new string('─', nameWidth + 20));
        foreach (var target in plan.Where(target => target.Status != ExecutionStatus.Collective))
        {
            var hasRun = target.Status is ExecutionStatus.Succeeded or ExecutionStatus.Failed or ExecutionStatus.Aborted;
            writer.WriteLine(Colored(
                target.Status switch
                {
                    ExecutionStatus.Succeeded => Green,
                    ExecutionStatus.Failed => Red,
                    ExecutionStatus.Skipped => Grey,
                    _ => Yellow,
                },
                Line(target.Name, target.Status.ToString(), hasRun ? Text(target.Stopwatch.Elapsed) : string.Empty, target.Information)));
        }

        writer.WriteLine(new string('─', nameWidth + 20));
        writer.WriteLine(Colored(Cyan, Line("Total", string.Empty, Text(plan.Aggregate(TimeSpan.Zero, (sum, target) => sum + target.Stopwatch.Elapsed)))));
        writer.WriteLine(new string('═', nameWidth + 20));
    }

    private static string Text(TimeSpan duration) => duration.TotalSeconds < 1
        ? "< 1sec"
        : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes}:{duration.Seconds:00}");

    private string Colored(string color, string text) => usesColors ? $"{color}{text}{Plain}" : text;
}
