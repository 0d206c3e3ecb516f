using Lat.Core;
using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>
/// A folder with an experiment whose jobs are real and whose stages are a few lines of shell: they wait for `gate` where it is closed, fail where
/// `fails` names them, and else write down that they ran.
/// </summary>
internal sealed class ClusterWorkshop : IDisposable
{
    private const string Script = """
        #!/bin/sh
        here=$(dirname "$0")
        if [ "$1" = machine ]; then echo '{"torchVersion":"1.13.1","cudaDevices":0}'; exit; fi
        if [ "$2" = run-submitted ]; then exec "LAT" "$@"; fi
        stage=$(sed 's/.*"stage":"\([^"]*\)".*/\1/' "$3"); cd "$(dirname "$3")"
        while [ -e "$here/closed" ]; do [ -e "$here" ] || exit 1; sleep 0.1; done
        if grep -qx "$stage" "$here/fails" 2>/dev/null; then echo "The weights of $stage are broken." >&2; exit 1; fi
        echo "$stage ${CUDA_VISIBLE_DEVICES-none}" >> "$here/ran"
        for name in images.pack annotations.bin images.txt weights.safetensors detector.json detections.bin; do echo "$stage" > "$name"; done
        echo '{"outputs":["images.pack","annotations.bin","images.txt","weights.safetensors","detector.json","detections.bin"]}' > .answer.json
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _root = Directory.CreateTempSubdirectory("lat-cluster-").FullName;

    public ClusterWorkshop()
    {
        Directory.CreateDirectory(Path.Combine(_root, "experiments"));
        File.WriteAllText(Path.Combine(_root, "experiments", "mini.yaml"), MiniatureExperiment.Yaml);
        File.WriteAllText(Path.Combine(_root, "cluster.yaml"), "version: 1\npollSeconds: 0.3\nall: { memory: 64MiB, time: 10 }\n");
        File.WriteAllText(Path.Combine(_root, "worker.sh"), Script.Replace("LAT", Path.Combine(AppContext.BaseDirectory, "lat"), StringComparison.Ordinal));
    }

    /// <summary>What the last run printed.</summary>
    public string Printed { get; private set; } = "";

    /// <summary>The stages that were computed, each as often as it was, with the GPUs that they were shown.</summary>
    public IReadOnlyList<string> Ran => File.Exists(InRoot("ran")) ? [.. File.ReadAllLines(InRoot("ran")).Order(StringComparer.Ordinal)] : [];

    public void Close() => File.WriteAllText(InRoot("closed"), "");

    public void Open() => File.Delete(InRoot("closed"));

    public void Break(string stage) => File.WriteAllText(InRoot("fails"), stage + "\n");

    public void Repair() => File.Delete(InRoot("fails"));

    public async Task<int> RunAsync(PipelineGoal goal, StageExecutorKind executor = StageExecutorKind.Slurm, string device = "cpu", CancellationToken cancellation = default)
    {
        using var output = new StringWriter();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience); // a job that waits for a gate which nobody opens must not hold the suite
        try
        {
            return await new FrontDoor(TextWriter.Synchronized(output)).RunAsync(goal, new PipelineRequest
            {
                RootDirectory = _root,
                Experiment = "mini",
                Executor = executor,
                SlurmFile = InRoot("cluster.yaml"),
                Device = device,
                Jobs = 2,
                WorkerCommand = ["/bin/sh", InRoot("worker.sh")],
            }, limit.Token);
        }
        finally
        {
            Printed = output.ToString();
        }
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task Until(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    public void Dispose()
    {
        // A job that still waits for the gate ends when its folder is gone.
        Directory.Delete(_root, recursive: true);
    }

    private string InRoot(string name) => Path.Combine(_root, name);
}
