using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>Trains a Deformable DETR in a stage's work directory and leaves it there.</summary>
public sealed class DeformableDetrTraining(DownstreamSpec spec, Seed seed) : DetectorTraining(spec.Network, spec.Training, seed, spec.Weights)
{
    private const string Architecture = "downstream.architecture", Options = "downstream.deformableDetr";

    /// <summary>The fields of a spec that only this architecture consumes.</summary>
    internal static IEnumerable<SpecField> FieldsOf(DownstreamSpec spec) =>
        SpecFields.Flatten(Architecture, spec.Architecture).Concat(SpecFields.Flatten(Options, spec.DeformableDetr));

    /// <summary>Whether a field of the section is one of those.</summary>
    internal static bool Consumes(SpecField field) => field.Path == Architecture || field.Path.StartsWith(Options + ".", StringComparison.Ordinal);

    private protected override DetectorDescription Describe(DetectorDescription description) => description with { DeformableDetr = spec.DeformableDetr };

    private protected override DetectorNetwork Create(DetectorDescription description, Seed initialization, torch.Device device) =>
        new DeformableDetr(description.Options, spec.DeformableDetr, description.ClassCount, initialization, device);
}
