using Lat.Artifacts;
using Lat.Core;
using Lat.Experiments;

namespace Lat.Pipeline;

/// <summary>An experiment with all that this machine and the request say of it: its graph, its store, its devices.</summary>
internal sealed record PreparedExperiment
{
    public required PipelineRequest Request { get; init; }

    /// <summary>The name that its results are filed under.</summary>
    public required string Name { get; init; }

    public required Experiment Experiment { get; init; }

    public required DeviceChoice Devices { get; init; }

    public required Numerics Numerics { get; init; }

    public required ArtifactStore Store { get; init; }

    public required DataFolder Data { get; init; }

    public required ExperimentGraph Graph { get; init; }

    /// <summary>Stages at once.</summary>
    public int Jobs => Request.Jobs ?? Math.Max(Environment.ProcessorCount, Devices.Devices.Count);

    /// <summary>Stages at once, for an estimate: nearly all time goes into stages that compute on a GPU, where there is one.</summary>
    public int EstimatedJobs => Math.Max(1, Devices.Kind == "cpu" ? Jobs : Math.Min(Jobs, Devices.Devices.Count));

    /// <summary>What they may take of this machine.</summary>
    public MachineCapacity Capacity => LocalMachine.CapacityWith(Devices);

    /// <summary>The experiment with every default filled in.</summary>
    public string Yaml => ExperimentWriter.ToYaml(Experiment);

    /// <summary>artifacts/experiments/NAME: what people look at.</summary>
    public string Folder => Path.Combine(Request.RootDirectory, "artifacts", "experiments", Name);

    /// <summary>Where training stages write scalars for TensorBoard.</summary>
    public string ScalarsDirectory => Path.Combine(Folder, "tensorboard");

    /// <exception cref="LatException">The experiment is not valid, or the machine lacks something.</exception>
    public static PreparedExperiment Of(PipelineRequest request)
    {
        var experiment = ExperimentFile.Load(request.RootDirectory, request.Experiment, request.Overrides);
        var name = ExperimentFile.NameOf(request.Experiment);
        var machine = new MachineProbe(request.WorkerCommand, Path.Combine(request.RootDirectory, "artifacts", "machine.json")).Describe();
        var devices = request.Executor == StageExecutorKind.Slurm
            ? SlurmDevices.Resolve(request.Device, new SlurmCommandLine())
            : DeviceChoice.Resolve(request.Device, machine);
        var numerics = new Numerics(devices.Kind, machine.TorchVersion);
        var store = new ArtifactStore(request.StoreDirectory ?? Path.Combine(request.RootDirectory, "artifacts", "store"));
        var data = DataFolder.Of(request.DataDirectory).With(new DatasetHasher(Path.Combine(store.Directory, "stamps"), request.Paranoid));
        return new PreparedExperiment
        {
            Request = request,
            Name = name,
            Experiment = experiment,
            Devices = devices,
            Numerics = numerics,
            Store = store,
            Data = data,
            Graph = ExperimentGraph.Of(name, LocatedWeights.Of(experiment, data), numerics, data),
        };
    }

    /// <summary>Workers that run the stages of this experiment.</summary>
    /// <param name="scalarsDirectory">Where training stages write scalars for TensorBoard; null for nowhere.</param>
    public ProcessExecutor Workers(string? scalarsDirectory) => new(Request.WorkerCommand, Name, Experiment, Numerics.TorchVersion, scalarsDirectory);
}
