namespace Lat.Cli.Tests;

/// <summary>A small dataset as its own download unpacks, and what is in it.</summary>
/// <param name="Format">The name on the command line.</param>
/// <param name="Title">How its authors write it.</param>
/// <param name="Size">The size of each of its two images.</param>
/// <param name="Labels">Every box as it is drawn, in pixels with an exclusive maximum, image by image.</param>
/// <param name="LabelFile">A file of labels below the folder; null where there are no files.</param>
/// <param name="Write">Writes it to a folder and says what to name on the command line.</param>
internal sealed record SampleDataset(
    string Format, string Title, ImageSize Size, IReadOnlyList<SampleLabel> Labels, string? LabelFile, Func<string, string> Write)
{
    public IReadOnlyList<string> Images => [.. Labels.Select(label => label.Image).Distinct()];

    public override string ToString() => Format;
}
