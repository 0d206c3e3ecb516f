using Lat.Core;

namespace Lat.Datasets;

/// <summary>Every format that Lat writes.</summary>
public static class DatasetWriters
{
    /// <summary>The writers in ordinal order of their formats' names.</summary>
    public static EquatableArray<IDatasetWriter> All { get; } = [new CocoWriter(), new PascalVocWriter(), new YoloWriter()];

    /// <summary>The writer of the format with this name or alias.</summary>
    /// <exception cref="LatException">There is no such format, or it is only read.</exception>
    public static IDatasetWriter Find(string name)
    {
        var format = DatasetFormats.Find(name);
        return All.FirstOrDefault(writer => writer.Format == format.Name) ?? throw new LatException(
            $"Lat reads {format.Name} but does not write it. It writes: {string.Join(", ", All.Select(writer => writer.Format))}.");
    }
}
