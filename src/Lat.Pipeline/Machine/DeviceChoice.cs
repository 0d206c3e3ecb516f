using System.Globalization;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>The devices that the stages of a run take turns on.</summary>
/// <param name="Devices">`cpu`, or one or more `cuda:N`.</param>
public sealed record DeviceChoice(EquatableArray<string> Devices)
{
    /// <summary>What is meant by the parameter `--device`, for error messages.</summary>
    public const string ValidValues = "A device is auto, cpu or cuda:N.";

    public string Kind => Devices[0] == "cpu" ? "cpu" : "cuda";

    /// <param name="device">`auto` (every GPU there is, else the CPU), `cpu` or `cuda:N`.</param>
    /// <param name="machine">What the machine has.</param>
    /// <exception cref="LatException">The text is none of these, or the machine lacks the device.</exception>
    public static DeviceChoice Resolve(string device, MachineDescription machine)
    {
        switch (device)
        {
            case "cpu":
                return new DeviceChoice(["cpu"]);
            case "auto":
                return machine.CudaDevices == 0
                    ? new DeviceChoice(["cpu"])
                    : new DeviceChoice(Enumerable.Range(0, machine.CudaDevices)
                        .Select(index => string.Create(CultureInfo.InvariantCulture, $"cuda:{index}")).ToEquatableArray());
            default:
                if (!device.StartsWith("cuda:", StringComparison.Ordinal)
                    || !int.TryParse(device.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    throw new LatException($"No device '{device}'. {ValidValues}");
                }

                return number < machine.CudaDevices
                    ? new DeviceChoice([device])
                    : throw new LatException(string.Create(
                        CultureInfo.InvariantCulture, $"No device '{device}': libtorch {machine.TorchVersion} sees {machine.CudaDevices} GPUs here. Use --device cpu."));
        }
    }
}
