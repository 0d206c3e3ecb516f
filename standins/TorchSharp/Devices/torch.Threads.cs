namespace TorchSharp;

public static partial class torch
{
    /// <summary>Threads within one operator.</summary>
    public static unsafe int get_num_threads() => NativeApi.Table.GetThreads(0);

    /// <inheritdoc cref="get_num_threads"/>
    public static unsafe void set_num_threads(int num) => NativeApi.Check(NativeApi.Table.SetThreads(0, num));

    /// <summary>Threads for operators that run at once.</summary>
    public static unsafe int get_num_interop_threads() => NativeApi.Table.GetThreads(1);

    /// <summary>Sets <see cref="get_num_interop_threads"/>; possible once, before any work.</summary>
    public static unsafe void set_num_interop_threads(int num) => NativeApi.Check(NativeApi.Table.SetThreads(1, num));

    /// <summary>Refuses operators whose result could change from run to run, until the result is disposed.</summary>
    public static unsafe IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false)
    {
        var previous = NativeApi.Table.Deterministic();
        NativeApi.Check(NativeApi.Table.SetDeterministic(mode ? 1 : 0, warn_only ? 1 : 0));
        return new DeterministicMode(previous);
    }

    /// <summary>Whether <see cref="use_deterministic_algorithms"/> is on.</summary>
    public static unsafe bool are_deterministic_algorithms_enabled() => (NativeApi.Table.Deterministic() & 1) != 0;

    private sealed unsafe class DeterministicMode(int previous) : IDisposable
    {
        public void Dispose() => NativeApi.Check(NativeApi.Table.SetDeterministic(previous & 1, previous >> 1));
    }
}
