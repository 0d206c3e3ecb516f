using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

/// <summary>A running <see cref="Process"/> whose lines are collected as they come.</summary>
internal sealed class ChildProcess : IProcess
{
    private readonly Process _process;
    private readonly int? _timeout;
    private readonly ConcurrentQueue<Output> _output = new();

    public ChildProcess(ProcessStartInfo start, int? timeout, Action<OutputType, string>? logger, Func<string, string>? outputFilter)
    {
        _timeout = timeout;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Collect(OutputType.Std, line.Data);
        _process.ErrorDataReceived += (_, line) => Collect(OutputType.Err, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        void Collect(OutputType type, string? line)
        {
            if (line is not null)
            {
                var text = outputFilter?.Invoke(line) ?? line;
                _output.Enqueue(new Output { Type = type, Text = text });
                logger?.Invoke(type, text);
            }
        }
    }

    public string FileName => _process.StartInfo.FileName;
    public string Arguments => _process.StartInfo.Arguments;
    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;
    public IReadOnlyCollection<Output> Output => _output;
    public int ExitCode => _process.ExitCode;
    public bool HasExited => _process.HasExited;
    public int Id => _process.Id;

    public void Kill() => _process.Kill(entireProcessTree: true);

    public bool WaitForExit()
    {
        if (_timeout is { } milliseconds && !_process.WaitForExit(milliseconds))
        {
            Kill();
            return false;
        }

        _process.WaitForExit();
        return true;
    }

    public void Dispose() => _process.Dispose();
}
