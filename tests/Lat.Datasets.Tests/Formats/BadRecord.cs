namespace Lat.Datasets.Tests;

/// <summary>A dataset with one record that has to be refused, and what the refusal says.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Kind">What is wrong, in words.</param>
/// <param name="Make">Writes the dataset.</param>
/// <param name="File">The file to name, below the dataset's folder.</param>
/// <param name="Record">The record, and what is wrong with it.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record BadRecord(DatasetFormat Format, string Kind, Func<DatasetTree> Make, string File, string Record, string Remedy)
{
    public override string ToString() => $"{Format.Name}: {Kind}";
}
