using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What the jobs of a run compute on. The host that submits them may have no GPU itself.</summary>
internal static class SlurmDevices
{
    /// <summary>What is meant by the parameter `--device` with `--executor slurm`, for error messages.</summary>
    public const string ValidValues = "With --executor slurm a device is auto, cpu or cuda; which GPU a job gets is Slurm's choice.";

    /// <param name="device">`auto` (GPUs where the cluster has any), `cpu` or `cuda`.</param>
    /// <param name="cluster">The cluster.</param>
    /// <exception cref="LatException">The text is none of these, or the cluster does not answer.</exception>
    public static DeviceChoice Resolve(string device, ISlurmCluster cluster) => device switch
    {
        "cpu" => new DeviceChoice(["cpu"]),
        "cuda" => new DeviceChoice(["cuda:0"]),
        "auto" => new DeviceChoice([cluster.HasGpusAsync(CancellationToken.None).GetAwaiter().GetResult() ? "cuda:0" : "cpu"]),
        _ => throw new LatException($"No device '{device}'. {ValidValues}"),
    };
}
