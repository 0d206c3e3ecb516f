using System.Globalization;
using System.Text;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Says why a stage runs: compares what its result would depend on with what the last one depended on.</summary>
public static class Explainer
{
    /// <summary>So many changed methods are named; --json names all.</summary>
    private const int CodeLimit = 5;

    /// <summary>Everything in which two computations differ: code, fields, inputs, seed, numerics, each in ordinal order.</summary>
    public static EquatableArray<KeyDifference> Compare(StageKeyParts before, StageKeyParts now) =>
    [
        .. Own(before, now),
        .. Entries(DifferenceKind.Input, before.Inputs.Select(Text), now.Inputs.Select(Text)),
    ];

    /// <summary>As <see cref="Compare"/>, for a stage whose inputs are not known yet.</summary>
    public static EquatableArray<KeyDifference> CompareWithoutInputs(StageKeyParts before, StageKeyParts now) => [.. Own(before, now)];

    /// <summary>
    /// One line a stage: name, decision, and the stored key or the reasons. Aligned, without an end-of-line after the last.
    /// </summary>
    public static string Format(RunPlan plan)
    {
        var nameWidth = plan.Stages.Select(stage => stage.Node.Name.Length).DefaultIfEmpty().Max();
        var text = new StringBuilder();
        foreach (var stage in plan.Stages)
        {
            var opening = $"{stage.Node.Name.PadRight(nameWidth)}  {Word(stage.Decision)}  ";
            var lines = stage.Decision == StageDecision.Reuse ? [stage.Key!.Value.Hex[..4] + "…"] : Lines(plan, stage);
            text.Append(opening).AppendJoin("\n" + new string(' ', opening.Length), lines).Append('\n');
        }

        return text.Append(Summary(plan)).ToString();
    }

    /// <summary>One line with the number of stages of each decision.</summary>
    public static string Summary(RunPlan plan) => string.Create(CultureInfo.InvariantCulture,
        $"{plan.Stages.Count} stages: {plan.Count(StageDecision.Reuse)} reused, {plan.Count(StageDecision.Run)} to run, ") +
        string.Create(CultureInfo.InvariantCulture, $"{plan.Count(StageDecision.RunIfInputChanges)} to run if an input changes");

    /// <summary>The stage that made an input; null for an external one.</summary>
    internal static string? MakerOf(StageNode node, KeyDifference difference) => difference.Kind != DifferenceKind.Input ? null : node.Inputs
        .FirstOrDefault(input => input.Name == difference.Name || (input.Output is null && difference.Name.StartsWith(input.Name + "/", StringComparison.Ordinal)))?.Node;

    private static IEnumerable<string> Lines(RunPlan plan, PlannedStage stage)
    {
        var code = stage.Reasons.Count(reason => reason.Kind == DifferenceKind.Code);
        foreach (var (reason, index) in stage.Reasons.OrderBy(reason => reason.Kind == DifferenceKind.InputPending).Select((reason, index) => (reason, index)))
        {
            var before = stage.Reasons.Take(index).Count(earlier => earlier.Kind == DifferenceKind.Code);
            if (reason.Kind != DifferenceKind.Code || before < CodeLimit)
            {
                yield return Line(plan, stage, reason);
            }
            else if (before == CodeLimit)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"and {code - CodeLimit} more of its code");
            }
        }
    }

    private static string Line(RunPlan plan, PlannedStage stage, KeyDifference reason)
    {
        if (MakerOf(stage.Node, reason) is { } maker)
        {
            return $"{reason}, made by {maker}";
        }

        if (reason.Kind != DifferenceKind.InputPending || plan.CausesOf(reason.Name) is not [var cause, ..])
        {
            return reason.ToString();
        }

        var more = cause.Reasons.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {cause.Reasons.Count - 1} more");
        return $"waits for {string.Join(" ← ", cause.Chain)} ({cause.Reasons[0]}{more})";
    }

    private static string Word(StageDecision decision) => decision switch
    {
        StageDecision.Reuse => "reuse",
        StageDecision.Run => "run  ",
        _ => "run? ",
    };

    private static IEnumerable<KeyDifference> Own(StageKeyParts before, StageKeyParts now)
    {
        if (before.Kind != now.Kind)
        {
            yield return new KeyDifference(DifferenceKind.StageKind, "", before.Kind, now.Kind);
        }

        if (before.CodeRevision != now.CodeRevision)
        {
            yield return new KeyDifference(DifferenceKind.CodeRevision, "", before.CodeRevision, now.CodeRevision);
        }

        if (before.Seed != now.Seed)
        {
            yield return new KeyDifference(DifferenceKind.Seed, "", before.Seed?.ToString(), now.Seed?.ToString());
        }

        foreach (var difference in Entries(DifferenceKind.Field, before.Fields, now.Fields)
            .Concat(Entries(DifferenceKind.Numerics, before.Numerics, now.Numerics)))
        {
            yield return difference;
        }
    }

    private static IEnumerable<KeyDifference> Entries(DifferenceKind kind, IEnumerable<SpecField> before, IEnumerable<SpecField> now)
    {
        var old = before.ToDictionary(field => field.Path, field => field.Value, StringComparer.Ordinal);
        var current = now.ToDictionary(field => field.Path, field => field.Value, StringComparer.Ordinal);
        return old.Keys.Union(current.Keys).Order(StringComparer.Ordinal)
            .Select(path => new KeyDifference(kind, path, old.GetValueOrDefault(path), current.GetValueOrDefault(path)))
            .Where(difference => difference.Old != difference.New);
    }

    private static SpecField Text(KeyInput input) => new(input.Name, input.Hash.Hex);
}
