using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>Builds the network that a description names.</summary>
public static class DetectorNetworks
{
    /// <param name="description">The architecture and the label spaces of the head.</param>
    /// <param name="initialization">Origin of the initial weights.</param>
    /// <param name="device">Where the network lives.</param>
    public static DetectorNetwork Create(DetectorDescription description, Seed initialization, Device device) => description.DeformableDetr is { } detr
        ? new DeformableDetr(description.Options, detr, description.ClassCount, initialization, device)
        : new FasterRcnn(description.Options, description.ClassCount, initialization, device);
}
