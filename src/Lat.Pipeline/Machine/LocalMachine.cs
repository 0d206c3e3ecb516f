using Lat.Artifacts;

namespace Lat.Pipeline;

/// <summary>What a run may take of this machine.</summary>
internal static class LocalMachine
{
    /// <summary>Its cores, its memory (or what the container may take of it), and the devices that the user chose.</summary>
    public static MachineCapacity CapacityWith(DeviceChoice devices) => new()
    {
        Threads = Environment.ProcessorCount,
        MemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes is > 0 and var bytes ? bytes : null,
        Devices = devices.Kind == "cpu" ? [] : devices.Devices,
    };
}
