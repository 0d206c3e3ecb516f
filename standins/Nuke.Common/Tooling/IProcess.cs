namespace Nuke.Common.Tooling;

/// <summary>A process that was started, and what it has printed so far.</summary>
public interface IProcess : IDisposable
{
    string FileName { get; }
    string Arguments { get; }
    string WorkingDirectory { get; }
    IReadOnlyCollection<Output> Output { get; }
    int ExitCode { get; }
    bool HasExited { get; }
    int Id { get; }

    /// <summary>Ends the process and its children.</summary>
    void Kill();

    /// <returns>False where the time given at the start has run out; the process is ended then.</returns>
    bool WaitForExit();
}
