using System.ComponentModel.DataAnnotations;
using Lat.Core;
using Lat.Experiments;

namespace Lat.Pipeline;

/// <summary>How the stages of any experiment use one cluster: a YAML file of the machine's, as an experiment holds science only (docs/slurm.md).</summary>
public sealed record SlurmOptions
{
    /// <summary>What every job asks for. Default nothing.</summary>
    public SlurmRequest All { get; init; } = new();

    /// <summary>What the stages of a kind ask for instead, such as `import` or `lat-model`. Default nothing.</summary>
    public NamedMap<SlurmRequest> Kinds { get; init; } = NamedMap<SlurmRequest>.Empty;

    /// <summary>How often the queue is asked, in seconds. Default 10: a busy controller minds more.</summary>
    [Range(0.05, 3600)]
    public double PollSeconds { get; init; } = 10;

    /// <summary>How long a finished job's result may take to be seen on this host, in seconds. Default 120: NFS remembers for up to 60 that a file is not there.</summary>
    [Range(0, 86400)]
    public double ResultPatienceSeconds { get; init; } = 120;

    /// <summary>The request of a stage.</summary>
    /// <param name="kind">The stage's kind.</param>
    public SlurmRequest Of(string kind) => Kinds.TryGetValue(kind, out var own) ? own.Or(All) : All;

    /// <param name="path">The file; null: the defaults.</param>
    /// <exception cref="LatException">The file is missing or not valid; all its faults are in the message.</exception>
    public static SlurmOptions Load(string? path) => path is null ? new SlurmOptions() : ExperimentBinder.Bind<SlurmOptions>(ExperimentDocument.Load(path, []));
}
