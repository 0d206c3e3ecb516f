namespace Lat.Datasets;

/// <summary>One top-level key of a data.yaml with what follows it: on its own line, and on the lines below that belong to it.</summary>
internal sealed record DataYamlEntry(string Key, int Line, string Inline, List<(int Line, string Text)> Below);
