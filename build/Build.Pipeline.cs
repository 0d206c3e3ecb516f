using Lat.Core;
using Lat.Pipeline;
using Nuke.Common;

internal sealed partial class Build
{
    [Parameter("Experiment to run: the name of a file in experiments/ without its extension, or a path to a YAML file.")]
    private readonly string? Experiment;

    [Parameter("Device of training and prediction: auto, cpu or cuda:N. Default is 'auto', the first GPU where there is one.")]
    private readonly string Device = "auto";

    [Parameter("Number of stages that run at once, as far as cores, memory and GPUs allow. Default is one per core. With --executor slurm: tasks of one job array at once.")]
    private readonly int? Jobs;

    [Parameter("Who runs the stages: local or slurm. Default is 'local', this machine.")]
    private readonly StageExecutorKind Executor = StageExecutorKind.Local;

    [Parameter("YAML file that says what jobs ask of the Slurm cluster: partition, time, memory. Default is what the cluster gives.")]
    private readonly string? Slurm;

    [Parameter("Folder of the content-addressed store. Default is 'artifacts/store'.")]
    private readonly string? Store;

    [Parameter("Folder that the relative paths of datasets begin at. Default is the environment variable LAT_DATA.")]
    private readonly string? Data;

    [Parameter("Reads every file of every dataset again, even where size and times say that it is unchanged. Default is to trust them.")]
    private readonly bool Paranoid;

    [Parameter("Override of a field of the experiment, as path.to.field=value; may be repeated.")]
    private readonly string[] Set = [];

    [Parameter("Begins stages that do not need a failed one all the same. Default is to stop at the first failure.")]
    private readonly bool KeepGoing;

    [Parameter("How often a stage that reads what may be out of reach for a moment is tried again. Default is 2.")]
    private readonly int Retries = 2;

    [Parameter("Explain prints JSON: every stage with its decision, reasons and their origin. Default is text.")]
    private readonly bool Json;

    [Parameter("Gate keeps what it measured as experiments/baselines/NAME.json instead of judging it. Commit the file.")]
    private readonly bool UpdateBaseline;

    private Target Import => _ => _
        .Description("Reads or generates every dataset of the experiment")
        .Executes(() => Run(PipelineGoal.Import));

    private Target Detectors => _ => _
        .Description("Trains one detector per dataset, each in its own label space")
        .Executes(() => Run(PipelineGoal.Detectors));

    private Target PseudoLabels => _ => _
        .Description("Runs every detector on every other dataset")
        .Executes(() => Run(PipelineGoal.PseudoLabels));

    private Target LatModel => _ => _
        .Description("Trains the Label-Aligned Transfer model")
        .Executes(() => Run(PipelineGoal.LatModel));

    private Target Transfer => _ => _
        .Description("Rewrites every source's annotations in the target's label space")
        .Executes(() => Run(PipelineGoal.Transfer));

    private Target Downstream => _ => _
        .Description("Trains the downstream detector of every method and target")
        .Executes(() => Run(PipelineGoal.Downstream));

    private Target Evaluate => _ => _
        .Description("Measures AP of every downstream detector")
        .Executes(() => Run(PipelineGoal.Evaluate));

    private Target Report => _ => _
        .Description("Writes the tables")
        .Executes(() => Run(PipelineGoal.Report));

    private Target Benchmark => _ => _
        .Description("Everything, from the datasets to the table")
        .Executes(() => Run(PipelineGoal.Benchmark));

    private Target Gate => _ => _
        .Description("Compares the results with the experiment's limits; fails when one is missed")
        .Executes(() => Run(PipelineGoal.Gate));

    // Nuke's switch --plan shows the order of targets; this target shows the stages of the pipeline.
    private new Target Plan => _ => _
        .Description("Prints the stages that would run")
        .Executes(() => Run(PipelineGoal.Plan));

    private Target Explain => _ => _
        .Description("Prints for every stage whether it would be reused or run, and why")
        .Executes(() => Run(PipelineGoal.Explain));

    private void Run(PipelineGoal goal) => Run(goal, () => Experiment ?? throw new LatException(ExperimentList.WhichOne(RootDirectory)));

    private void Run(PipelineGoal goal, Func<string> experiment) => Outcome.Require(
        this, goal.ToString(), () => Interruption.While(Console.Out, stop => new FrontDoor(Console.Out, StandardOutput.Terminal()).RunAsync(goal, Request(experiment()), stop)),
        userFault: goal == PipelineGoal.Gate ? 2 : 1); // A gate's 1 says that it was judged and missed.

    private PipelineRequest Request(string experiment) => new()
    {
        RootDirectory = RootDirectory,
        Experiment = experiment,
        Device = Device,
        Jobs = Jobs,
        Executor = Executor,
        SlurmFile = Slurm,
        StoreDirectory = Store,
        DataDirectory = Data,
        Paranoid = Paranoid,
        Json = Json,
        UpdateBaseline = UpdateBaseline,
        Remote = Remote,
        Push = Push ?? Environment.GetEnvironmentVariable("CI") == "true",
        Overrides = RepeatedParameter.ValuesOf(EnvironmentInfo.CommandLineArguments, nameof(Set), otherwise: Set).ToEquatableArray(),
        KeepGoing = KeepGoing,
        Retries = Retries,
        Locked = Locked,
        Stages = RepeatedParameter.ValuesOf(EnvironmentInfo.CommandLineArguments, nameof(Stage), otherwise: Stage).ToEquatableArray(),
        WorkerCommand = Worker.CommandBeside(BuildAssemblyDirectory),
    };
}
