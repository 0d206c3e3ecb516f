using Lat.Datasets;

namespace Lat.Cli;

/// <summary>One line at the bottom of a terminal that says how far a command is; nothing where the output goes to a file or a test.</summary>
public sealed class ProgressLine(TextWriter errors) : IProgress<ReadProgress>, IDisposable
{
    private const int BarWidth = 30;
    private readonly bool _isTerminal = ReferenceEquals(errors, Console.Error) && !Console.IsErrorRedirected;
    private int _length;

    public void Report(ReadProgress value)
    {
        if (_isTerminal)
        {
            var text = TextOf(value);
            errors.Write($"\r{text.PadRight(_length)}");
            errors.Flush();
            _length = text.Length;
        }
    }

    /// <summary>`[#####-----] 50 % reading labels`, or the number where the total is not known.</summary>
    public static string TextOf(ReadProgress value)
    {
        if (value.Total is not { } total || total <= 0)
        {
            return FormattableString.Invariant($"{value.Activity}: {value.Done}");
        }

        var part = Math.Clamp((double)value.Done / total, 0, 1);
        var filled = (int)(part * BarWidth);
        return FormattableString.Invariant($"[{new string('#', filled)}{new string('-', BarWidth - filled)}] {(int)(part * 100),3} % {value.Activity}");
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_length > 0)
        {
            errors.Write($"\r{new string(' ', _length)}\r");
            _length = 0;
        }
    }

    public void Dispose() => Clear();
}
