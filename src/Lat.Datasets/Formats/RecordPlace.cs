namespace Lat.Datasets;

/// <summary>A record of a file, spelled out only when something is wrong with it.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="List">The list or table that the record is in, or what a single thing is called; empty: the file as a whole.</param>
/// <param name="Index">The record's position in the list, from 0; null where the name says all.</param>
/// <param name="Field">The field of the record; null: the record as a whole.</param>
public readonly record struct RecordPlace(string File, string List = "", long? Index = null, string? Field = null)
{
    /// <summary>The record without its file: `objects[3].polygon`; empty for the file as a whole.</summary>
    public string Record
    {
        get
        {
            var record = Index is { } index ? FormattableString.Invariant($"{List}[{index}]") : List;
            return Field is null ? record : record.Length == 0 ? Field : $"{record}.{Field}";
        }
    }

    /// <summary>A field of this record.</summary>
    public RecordPlace At(string name) => this with { Field = Field is null ? name : $"{Field}.{name}" };

    public override string ToString() => Record.Length == 0 ? File : $"{File}: {Record}";
}
