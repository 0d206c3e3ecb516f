namespace Lat.Acceptance.Tests;

/// <summary>Starts the real front door behind the file layer that fails on command.</summary>
internal sealed class FaultyMachine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-faults-").FullName;
    private readonly string _library;

    public FaultyMachine()
    {
        _library = FaultyDiskLibrary.Compile(_folder);
        Plan = new FaultPlan(Path.Combine(_folder, "plan"));
    }

    public FaultPlan Plan { get; }

    /// <summary>What no process has flushed is to be found by it.</summary>
    public string Journal => Path.Combine(_folder, "journal");

    /// <summary>Runs the pipeline: as often as a stage fails, with nothing tried again, so that no time is spent on pauses.</summary>
    public FrontDoorProcess Start(Workshop workshop, params string[] arguments) => FrontDoorProcess.Start(
        workshop.Root,
        new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = string.Join(':', [_library, .. Existing("LD_PRELOAD")]),
            ["LD_LIBRARY_PATH"] = string.Join(':', [_folder, .. Existing("LD_LIBRARY_PATH")]),
            ["LAT_FAULT_PLAN"] = Plan.Path,
            ["LAT_FAULT_ROOT"] = workshop.Root,
            ["LAT_FAULT_JOURNAL"] = Journal,
        },
        ["Benchmark", "--experiment", "mini", "--device", "cpu", "--jobs", "2", "--retries", "0", .. arguments]);

    public void Dispose()
    {
        Plan.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<string> Existing(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? [value] : [];
}
