using System.Globalization;

namespace Lat.Pipeline.Tests;

/// <summary>A terminal that keeps its lines, and understands the few escape sequences that are written to it.</summary>
internal sealed class FakeTerminal(int width)
{
    private readonly List<string> _lines = [""];
    private int _row;

    /// <summary>What it shows, without the empty line that the cursor is on.</summary>
    public IReadOnlyList<string> Screen => _lines[^1].Length == 0 ? _lines[..^1] : _lines;

    public Terminal Terminal => new(() => width);

    public TextWriter Output { get; private init; } = TextWriter.Null;

    public static FakeTerminal Create(int width)
    {
        var writer = new ScreenWriter();
        var screen = new FakeTerminal(width) { Output = writer };
        writer.Screen = screen;
        return screen;
    }

    private void Write(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\e')
            {
                var end = text.IndexOfAny(['F', 'J'], at);
                var count = int.Parse(text.AsSpan((at + 2)..end), CultureInfo.InvariantCulture);
                Assert.True(text[end] == 'J' ? count == 0 : count <= _row, "The cursor leaves the screen.");
                if (text[end] == 'F')
                {
                    _row -= count;
                }
                else
                {
                    _lines.RemoveRange(_row, _lines.Count - _row);
                    _lines.Add("");
                }

                at = end;
            }
            else if (text[at] == '\n')
            {
                Assert.True(_lines[_row].Length < width, $"'{_lines[_row]}' wraps at {width} characters.");
                _row++;
                if (_row == _lines.Count)
                {
                    _lines.Add("");
                }
            }
            else if (text[at] != '\r')
            {
                _lines[_row] += text[at];
            }
        }
    }

    private sealed class ScreenWriter : StringWriter
    {
        public FakeTerminal? Screen { get; set; }

        public override void Write(char value) => Screen!.Write(value.ToString());

        public override void Write(string? value) => Screen!.Write(value ?? "");

        public override void WriteLine(string? value) => Screen!.Write((value ?? "") + "\n");
    }
}
