using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What all jobs of a run have in common.</summary>
internal sealed record SlurmOrder
{
    /// <summary>The ticket, without stages.</summary>
    public required SlurmTicket Ticket { get; init; }

    /// <summary>What the jobs ask of the cluster.</summary>
    public required SlurmOptions Options { get; init; }

    /// <summary>The most tasks of one array at once; null: no limit.</summary>
    public int? AtOnce { get; init; }

    /// <summary>The batch script of a ticket: `lat`, in place of the shell, so that it hears Slurm's signals itself.</summary>
    public static string ScriptFor(EquatableArray<string> worker, string ticketPath, string storeDirectory) =>
        $$"""
        #!/bin/sh
        exec {{string.Join(' ', worker.Select(Quoted))}} stage run-submitted {{Quoted(ticketPath)}} --store {{Quoted(storeDirectory)}} --task "${SLURM_ARRAY_TASK_ID:-0}"

        """;

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
