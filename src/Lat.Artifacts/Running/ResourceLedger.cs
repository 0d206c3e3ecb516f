namespace Lat.Artifacts;

/// <summary>Which threads, memory and GPUs of the machine are taken. Used by the run's one loop only, so without locks.</summary>
internal sealed class ResourceLedger
{
    private readonly MachineCapacity _capacity;
    private readonly SortedSet<int> _free;
    private int _threads;
    private long _memory;

    public ResourceLedger(MachineCapacity capacity)
    {
        _capacity = capacity;
        _free = [.. Enumerable.Range(0, capacity.Devices.Count)];
    }

    /// <summary>Whether the stage has to wait for a GPU, whatever else is free.</summary>
    public bool LacksDevice(StageNode node) => node.Needs.UsesDevice && _capacity.Devices.Count > 0 && _free.Count == 0;

    /// <summary>Takes what the stage needs: all of it or nothing.</summary>
    /// <param name="node">The stage.</param>
    /// <param name="pastMemory">What it took of memory before; null where nobody knows.</param>
    public ResourceLease? TryLease(StageNode node, long? pastMemory)
    {
        var threads = Math.Min(Math.Max(node.Needs.Threads, 1), _capacity.Threads ?? int.MaxValue);
        var memory = Math.Min(node.Needs.MemoryBytes ?? pastMemory ?? 0, _capacity.MemoryBytes ?? long.MaxValue);
        if (LacksDevice(node) || _threads + (long)threads > (_capacity.Threads ?? long.MaxValue) || memory > (_capacity.MemoryBytes ?? long.MaxValue) - _memory)
        {
            return null;
        }

        var device = node.Needs.UsesDevice && _free.Count > 0 ? _free.Min : (int?)null;
        if (device is { } index)
        {
            _free.Remove(index);
        }

        (_threads, _memory) = (_threads + threads, _memory + memory);
        return new ResourceLease(node, threads, memory, device is { } taken ? _capacity.Devices[taken] : null);
    }

    public void Return(ResourceLease lease)
    {
        (_threads, _memory) = (_threads - lease.Threads, _memory - lease.MemoryBytes);
        if (lease.Device is not null)
        {
            _free.Add(_capacity.Devices.Index().First(device => device.Item == lease.Device).Index);
        }
    }
}
