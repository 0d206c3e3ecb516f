using System.Text;
using System.Text.Json;

namespace Lat.Datasets;

/// <summary>One list of a file's root object, and who reads its elements.</summary>
internal sealed class JsonRootList(string name, JsonRootList.ElementReader read, JsonRootList.OddElementReader readOdd)
{
    /// <summary>Reads an element quickly. The reader stands on its first token, and afterwards on its last.</summary>
    /// <param name="reader">At the element.</param>
    /// <param name="index">The position in the list, from 0.</param>
    public delegate ElementOutcome ElementReader(ref Utf8JsonReader reader, long index);

    /// <summary>Reads an element that the quick reading did not understand; the bytes are a whole JSON value, and overwritten afterwards.</summary>
    public delegate void OddElementReader(long index, ReadOnlySpan<byte> json);

    /// <summary>The name of the field that holds the list.</summary>
    public string Name => name;

    /// <summary>The same in UTF-8.</summary>
    public ReadOnlyMemory<byte> Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Reads an element quickly.</summary>
    public ElementReader Read => read;

    /// <summary>Reads what the quick reading did not understand.</summary>
    public OddElementReader ReadOdd => readOdd;

    /// <summary>Whether the file has the list.</summary>
    public bool IsFound { get; set; }
}
