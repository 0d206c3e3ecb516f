namespace Lat.Pipeline;

/// <summary>A block of lines at the end of a terminal that is drawn again in place; what stays is printed above it.</summary>
internal sealed class LiveLines(TextWriter output, Terminal terminal)
{
    private const string Escape = "\e[";

    private IReadOnlyList<string> _shown = [];

    /// <summary>Prints lines that stay.</summary>
    public void Print(string text)
    {
        output.Write(Erasure() + text + output.NewLine);
        Draw(_shown);
    }

    /// <summary>Replaces the block. Lines beyond the width are cut: a wrapped one could not be erased.</summary>
    public void Show(IReadOnlyList<string> lines)
    {
        var width = Math.Max(terminal.Width() - 1, 1);
        string[] cut = [.. lines.Select(line => ProgressText.Cut(line, width))];
        if (!cut.SequenceEqual(_shown, StringComparer.Ordinal))
        {
            output.Write(Erasure());
            Draw(cut);
        }
    }

    private void Draw(IReadOnlyList<string> lines)
    {
        output.Write(string.Concat(lines.Select(line => line + output.NewLine)));
        output.Flush();
        _shown = lines;
    }

    /// <summary>Up to the block's first line, and everything from there on erased.</summary>
    private string Erasure() => _shown.Count == 0 ? "" : FormattableString.Invariant($"{Escape}{_shown.Count}F{Escape}0J");
}
