using System.Diagnostics;
using System.Text;

namespace Lat.Acceptance.Tests;

/// <summary>The real front door in a process of its own, with real workers: the leader of a group of processes, as at a terminal.</summary>
internal sealed class FrontDoorProcess : IDisposable
{
    /// <summary>For waits that a busy machine makes long; nothing is asserted of the time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _printed = new();

    private FrontDoorProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What the build compiled beside these tests; where tests are compiled alone there is none.</summary>
    public static string Program { get; } = Path.Combine(
        AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), "..", "..", "_build", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "_build.dll");

    /// <summary>What it has printed so far.</summary>
    public string Printed
    {
        get
        {
            lock (_printed)
            {
                return _printed.ToString();
            }
        }
    }

    /// <summary>The names of the stages that it executed, in the order of their ends.</summary>
    public IReadOnlyList<string> Ran => Workshop.RanIn(Printed);

    public bool HasExited => _process.HasExited;

    /// <param name="root">The folder with `experiments/` in it.</param>
    /// <param name="arguments">Targets and parameters.</param>
    public static FrontDoorProcess Start(string root, params string[] arguments) => Start(root, new Dictionary<string, string>(), arguments);

    /// <param name="root">The folder with `experiments/` in it.</param>
    /// <param name="environment">Variables to set.</param>
    /// <param name="arguments">Targets and parameters.</param>
    public static FrontDoorProcess Start(string root, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // A shell that starts tests in the background has them ignore Ctrl-C, and what they start would, too.
        var start = new ProcessStartInfo("setsid", ["env", "--default-signal=INT", "dotnet", Program, .. arguments, "--root", root])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("CI");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new FrontDoorProcess(Process.Start(start)!);
    }

    /// <summary>Runs to the end.</summary>
    public static (int ExitCode, string Printed) Run(string root, params string[] arguments)
    {
        using var process = Start(root, arguments);
        return (process.WaitForExit(), process.Printed);
    }

    /// <summary>Sends a signal to the process alone, or, as a terminal does, to its whole group.</summary>
    public void Signal(string signal, bool wholeGroup = false)
    {
        using var kill = Process.Start("kill", ["-s", signal, "--", (wholeGroup ? "-" : "") + FormattableString.Invariant($"{_process.Id}")]);
        kill.WaitForExit();
    }

    /// <summary>The number of the worker that runs a stage, as soon as one does.</summary>
    public int WaitForWorker(string store)
    {
        var worker = 0;
        Assert.True(SpinWait.SpinUntil(() => (worker = Workers(store).FirstOrDefault()) != 0 || _process.HasExited, Patience) && worker != 0, $"No worker began:\n{Printed}");
        return worker;
    }

    /// <summary>Whether no worker of a store is left, after a while.</summary>
    public static bool HasNoWorkerLeft(string store) => SpinWait.SpinUntil(() => !Workers(store).Any(), Patience);

    /// <returns>The exit code.</returns>
    public int WaitForExit()
    {
        Assert.True(_process.WaitForExit(Patience), $"The front door does not end:\n{Printed}");
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Signal("KILL", wholeGroup: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    /// <summary>The processes whose command line names an order in a store's work folder.</summary>
    private static IEnumerable<int> Workers(string store) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var number) ? number : 0)
        .Where(number => number != 0 && CommandOf(number).Contains(Path.Combine(store, "work"), StringComparison.Ordinal));

    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private void Hear(string? line)
    {
        lock (_printed)
        {
            _printed.Append(line).Append('\n');
        }
    }
}
