using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What a job asks of the cluster. What is not said is left to the cluster's own defaults.</summary>
public sealed record SlurmRequest : IValidated
{
    /// <summary>The partition (`sbatch --partition`). Default the cluster's.</summary>
    public string? Partition { get; init; }

    /// <summary>Whom the time is charged to (`sbatch --account`). Default the user's.</summary>
    public string? Account { get; init; }

    /// <summary>The quality of service (`sbatch --qos`). Default the account's.</summary>
    public string? QualityOfService { get; init; }

    /// <summary>The time limit as Slurm writes it, such as `12:00:00` or `2-00` (`sbatch --time`). Default the partition's.</summary>
    public string? Time { get; init; }

    /// <summary>The memory, such as `32GiB` (`sbatch --mem`). Default half as much again as the stage took last time; where it never ran, the partition's.</summary>
    public string? Memory { get; init; }

    /// <summary>What a stage that computes on a GPU asks for (`sbatch --gres`), such as `gpu:h100:1`. Default `gpu:1`.</summary>
    public string? Gpu { get; init; }

    /// <summary>More arguments of sbatch, such as `--constraint=nvme`. Default none.</summary>
    public EquatableArray<string> Arguments { get; init; } = [];

    /// <summary>This request, and for what it does not say the other.</summary>
    public SlurmRequest Or(SlurmRequest other) => new()
    {
        Partition = Partition ?? other.Partition,
        Account = Account ?? other.Account,
        QualityOfService = QualityOfService ?? other.QualityOfService,
        Time = Time ?? other.Time,
        Memory = Memory ?? other.Memory,
        Gpu = Gpu ?? other.Gpu,
        Arguments = Arguments.Count > 0 ? Arguments : other.Arguments,
    };

    /// <inheritdoc/>
    public IEnumerable<SpecProblem> Check()
    {
        if (Memory is { } memory && (!ByteSize.TryParse(memory, out var size) || size.Bytes < 1 << 20))
        {
            yield return new SpecProblem(nameof(Memory), $"is '{memory}'; expected at least 1MiB. {ByteSize.ValidValues}");
        }

        if (Arguments.FirstOrDefault(argument => !argument.StartsWith('-')) is { } odd)
        {
            yield return new SpecProblem(nameof(Arguments), $"has '{odd}'; every item is one argument of sbatch, such as --constraint=nvme");
        }
    }
}
