namespace Lat.Datasets;

/// <summary>A value of data.yaml: one text, a list of texts, or a map from texts to texts; nothing deeper stands there.</summary>
internal sealed record DataYamlValue(int Line)
{
    /// <summary>The text, where it is one.</summary>
    public string? Text { get; init; }

    /// <summary>The items, where it is a list.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>The pairs in the order of the file, where it is a map.</summary>
    public IReadOnlyList<(string Key, string Value)>? Pairs { get; init; }

    /// <summary>One text as a list of one, a list as it is; null for a map.</summary>
    public IReadOnlyList<string>? AsList => Items ?? (Text is null ? null : [Text]);
}
