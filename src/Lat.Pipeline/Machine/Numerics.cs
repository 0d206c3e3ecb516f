using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>What of the machine's arithmetic changes the bits of a result, and so is part of a key: the kind of device and the library.</summary>
/// <param name="DeviceKind">`cpu` or `cuda`; which GPU of several does not count.</param>
/// <param name="TorchVersion">The version of libtorch.</param>
public sealed record Numerics(string DeviceKind, string TorchVersion)
{
    public EquatableArray<SpecField> ToFields() => SpecFields.Flatten("numerics", this);
}
