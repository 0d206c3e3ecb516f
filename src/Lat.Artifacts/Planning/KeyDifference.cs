using Lat.Core;

namespace Lat.Artifacts;

/// <summary>One reason to run a stage.</summary>
/// <param name="Kind">What is different.</param>
/// <param name="Name">The field, input, fact or upstream node; empty where the kind says all.</param>
/// <param name="Old">What it was; null where there was none.</param>
/// <param name="New">What it is; null where there is none.</param>
public sealed record KeyDifference(DifferenceKind Kind, string Name = "", string? Old = null, string? New = null)
{
    public override string ToString() => Kind switch
    {
        DifferenceKind.NeverRun => "never run",
        DifferenceKind.StageKind => $"kind {Old} → {New}",
        DifferenceKind.CodeRevision => $"code revision {Abbreviate(Old)} → {Abbreviate(New)}",
        DifferenceKind.Code when Old is not null && New is not null => IsVersion ? $"{Name} {Old} → {New}" : $"{Name} changed",
        DifferenceKind.Code => $"{Name} {(Old is null ? "added" : "removed")}",
        DifferenceKind.Field => Describe($"field {Name}"),
        DifferenceKind.Input when Old is not null && New is not null => $"input {Name} changed ({Abbreviate(Old)} → {Abbreviate(New)})",
        DifferenceKind.Input => $"input {Name} {(Old is null ? "added" : "removed")}",
        DifferenceKind.Seed => $"seed {Old ?? "none"} → {New ?? "none"}",
        DifferenceKind.Numerics => Old is not null && New is not null ? $"numerics {Name} {Old} → {New}" : Describe($"numerics {Name}"),
        DifferenceKind.ResultGone => "stored result gone",
        DifferenceKind.ResultDamaged => $"stored result damaged: {New}",
        DifferenceKind.InputPending => $"waits for {Name}",
        _ => throw new InvalidOperationException($"No text for {Kind}."),
    };

    private bool IsVersion => Name.StartsWith("package ", StringComparison.Ordinal) || Name.StartsWith("framework ", StringComparison.Ordinal);

    private string Describe(string thing) => (Old, New) switch
    {
        (null, _) => $"{thing} added: {New}",
        (_, null) => $"{thing} removed, was {Old}",
        _ => $"{thing}: {Old} → {New}",
    };

    private static string? Abbreviate(string? text) => ContentHash.TryParse(text, out _) ? text![..4] + "…"
        : text is not null && CodeRevision.TryParse(text) is { } revision ? FormattableString.Invariant($"{revision.Number}-{Abbreviate(revision.Identity.Hex)}")
        : text;
}
