namespace Lat.Datasets;

/// <summary>A line of data.yaml that cannot be understood; turned into a fault with its file where the reader meets it.</summary>
internal sealed class DataYamlException(int line, string message, string remedy) : Exception(message)
{
    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>What to write instead.</summary>
    public string Remedy { get; } = remedy;
}
