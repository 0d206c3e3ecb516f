using System.Text.Json.Serialization;

namespace Lat.Reports;

/// <summary>What computations cost when they ran, in this run or an earlier one whose results it reused.</summary>
/// <param name="Stages">How many; one that several stages share counts once.</param>
/// <param name="CpuSeconds">Wall time of those that ran on the CPU, each with the threads that its settings give it (one by default).</param>
/// <param name="GpuSeconds">Wall time of those that had a GPU.</param>
/// <param name="PeakMemoryBytes">The largest resident memory of any one process; null where nobody measured it. Memory of the GPU is not in it.</param>
/// <param name="OutputBytes">What they left in the store.</param>
public sealed record RunCost(int Stages, double CpuSeconds, double GpuSeconds, long? PeakMemoryBytes, long OutputBytes)
{
    /// <summary>Nothing.</summary>
    [JsonIgnore]
    public static RunCost None { get; } = new(0, 0, 0, null, 0);
}
