namespace Lat.Datasets;

/// <summary>One thing that is wrong with a dataset's files.</summary>
/// <param name="File">The file, as a path.</param>
/// <param name="Record">The record in it (`objects[3].polygon`); empty: the file as a whole.</param>
/// <param name="Message">What is wrong, with the value.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ReadFault(string File, string Record, string Message, string Remedy)
{
    public override string ToString() => $"{File}{(Record.Length == 0 ? "" : ": ")}{Record}: {Message}. {Remedy}.";
}
