using Lat.Core;

namespace Lat.Pipeline;

/// <summary>One call of the front door: the experiment, and the machine to run it on. Nothing but the experiment and its overrides is science.</summary>
public sealed record PipelineRequest
{
    /// <summary>The repository's root: experiments/ and artifacts/ lie here.</summary>
    public required string RootDirectory { get; init; }

    /// <summary>The name of a file in experiments/ without its extension, or a path to a YAML file.</summary>
    public required string Experiment { get; init; }

    /// <summary>`auto`, `cpu` or `cuda:N`. Default `auto`: the first GPU where there is one.</summary>
    public string Device { get; init; } = "auto";

    /// <summary>Who runs the stages. Default this machine.</summary>
    public StageExecutorKind Executor { get; init; } = StageExecutorKind.Local;

    /// <summary>The file that says what jobs ask of the cluster (<see cref="SlurmOptions"/>); null: its defaults.</summary>
    public string? SlurmFile { get; init; }

    /// <summary>
    /// How many stages run at once; null: as many as this machine has cores or GPUs, whichever are more. On a cluster the most tasks of one job
    /// array at once; null: no limit.
    /// </summary>
    public int? Jobs { get; init; }

    /// <summary>The folder of the content-addressed store; null: artifacts/store.</summary>
    public string? StoreDirectory { get; init; }

    /// <summary>The folder that the relative paths of datasets begin at; null: the environment variable LAT_DATA, else the current folder.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Whether every file of every dataset is read again, even where its size and times say that it is unchanged. Default false.</summary>
    public bool Paranoid { get; init; }

    /// <summary>A cache that other machines share: a folder or `s3://bucket/prefix`; null: none.</summary>
    public string? Remote { get; init; }

    /// <summary>Whether what this run computes is put into <see cref="Remote"/>. Default false: that is for CI.</summary>
    public bool Push { get; init; }

    /// <summary>Whether an explanation is printed as JSON. Default false.</summary>
    public bool Json { get; init; }

    /// <summary>Whether the gate keeps what it measured as the committed baseline instead of judging it. Default false.</summary>
    public bool UpdateBaseline { get; init; }

    /// <summary>Whether stages that do not need a failed one are still begun. Default false.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>How often a failed stage that is marked transient is tried again. Default 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Whether to refuse everything but what the experiment's lock file says. Default false.</summary>
    public bool Locked { get; init; }

    /// <summary>The stages that <see cref="PipelineGoal.Reproduce"/> runs again: names, or patterns with `*`. Default none: all.</summary>
    public EquatableArray<string> Stages { get; init; } = [];

    /// <summary>Overrides of spec fields, each `path.to.field=value`, in the order given.</summary>
    public EquatableArray<string> Overrides { get; init; } = [];

    /// <summary>The program and arguments that start a worker (`lat`), to which `stage run …` is added.</summary>
    public required EquatableArray<string> WorkerCommand { get; init; }
}
