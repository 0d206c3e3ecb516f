using System.Text.Json;

namespace Lat.Datasets;

/// <summary>The few texts that stand in a file again and again, such as class names; each is made once.</summary>
internal sealed class InternedTexts
{
    private const int MaxKept = 64;
    private readonly List<(byte[] Utf8, string Text)> _texts = [];

    /// <summary>The text that the reader stands on; null where its bytes are no text.</summary>
    public string? Get(ref Utf8JsonReader reader)
    {
        var span = reader.ValueSpan;
        foreach (var (utf8, text) in _texts)
        {
            if (!reader.ValueIsEscaped && span.SequenceEqual(utf8))
            {
                return text;
            }
        }

        if (!JsonText.TryGet(ref reader, out var made))
        {
            return null;
        }

        if (!reader.ValueIsEscaped && _texts.Count < MaxKept)
        {
            _texts.Add((span.ToArray(), made));
        }

        return made;
    }
}
