namespace Lat.Pipeline;

/// <summary>What a worker's native library finds in its environment; nothing here changes a result.</summary>
internal static class WorkerEnvironment
{
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Variables =
    [
        // cuBLAS sums in one order with this workspace and in any order without; it must be there before the process starts.
        new("CUBLAS_WORKSPACE_CONFIG", ":4096:8"),

        // Threads that wait for each other sleep instead of spinning: other stages want the cores.
        new("OMP_WAIT_POLICY", "PASSIVE"),

        // glibc would return every large tensor to the system and clear its pages again at the next step; kept, a step spends
        // a seventh of that time in the system.
        new("MALLOC_MMAP_THRESHOLD_", "4000000000"),
        new("MALLOC_TRIM_THRESHOLD_", "8000000000"),
    ];

    /// <summary>These, and the one GPU that the worker may see.</summary>
    /// <param name="device">`cuda:N`; null for a worker that uses none.</param>
    public static IEnumerable<KeyValuePair<string, string>> For(string? device) => device is null
        ? Variables
        : [.. Variables, new(VisibleGpu.Variable, VisibleGpu.For(device, Environment.GetEnvironmentVariable(VisibleGpu.Variable)))];
}
