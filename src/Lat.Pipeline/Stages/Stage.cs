using System.Globalization;
using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// One stage of an experiment: a pure function from its inputs and the fields of the spec that it consumes to its output files.
/// Every kind of stage is one file in this folder, and says all of that there.
/// </summary>
/// <param name="name">The node's name in the graph (`detector/mid/seed-1`).</param>
public abstract class Stage(string name)
{
    private const string ThreadsField = "threads";

    public string Name { get; } = name;

    /// <summary>What kind of computation this is; part of the key.</summary>
    public abstract string Kind { get; }

    /// <summary>
    /// Raised by hand where a result may change though no code that <see cref="Run"/> reaches does. The compiled code counts by itself.
    /// </summary>
    protected virtual int Revision => 1;

    /// <summary>The fields of the spec that the stage consumes, and no other.</summary>
    protected abstract EquatableArray<SpecField> Fields { get; }

    /// <summary>What other stages make for this one.</summary>
    protected virtual EquatableArray<StageInput> Inputs => [];

    /// <summary>What the user's disk gives.</summary>
    protected virtual EquatableArray<ExternalInput> ExternalInputs => [];

    /// <summary>The origin of its random choices; null where it makes none.</summary>
    protected virtual Seed? Seed => null;

    /// <summary>Whether it computes with tensors, so that the device and the native library count.</summary>
    protected virtual bool UsesTensors => false;

    /// <summary>Whether a failure may pass by itself, as on a network mount, so that the stage is tried again. Default false.</summary>
    protected virtual bool IsTransient => false;

    /// <summary>
    /// How many threads it computes with. Default what its fields say: threads change the order of sums, and so the bits, so that whoever uses
    /// several consumes their number as a field.
    /// </summary>
    protected virtual int Threads => Fields.Where(one => one.Path == ThreadsField || one.Path.EndsWith("." + ThreadsField, StringComparison.Ordinal))
        .Select(one => int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) ? threads : 1)
        .DefaultIfEmpty(1).Max();

    /// <summary>Computes. Reads its inputs and writes into the work directory, nothing else.</summary>
    /// <returns>The output files, relative to the work directory.</returns>
    public abstract EquatableArray<string> Run(StageContext context);

    /// <summary>What identifies its code.</summary>
    internal CodeRevision CodeRevision => CodeIdentity.Of(GetType(), Revision);

    /// <summary>Whether it computes with tensors.</summary>
    internal bool ComputesWithTensors => UsesTensors;

    /// <summary>The stage as the kernel sees it.</summary>
    /// <param name="numerics">What of the machine's arithmetic changes bits.</param>
    public StageNode ToNode(Numerics numerics) => new()
    {
        Name = Name,
        Kind = Kind,
        CodeRevision = CodeRevision.ToString(),
        Fields = Fields,
        Inputs = Inputs,
        ExternalInputs = ExternalInputs,
        Seed = Seed,
        Numerics = UsesTensors ? numerics.ToFields() : [],
        Needs = new StageNeeds { Threads = Threads, UsesDevice = UsesTensors },
        IsTransient = IsTransient,
    };
}
