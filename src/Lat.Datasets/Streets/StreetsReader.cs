using System.Globalization;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>"Reads" Streets by generating it. The root is no folder but says what to generate: `SPACE[:IMAGES[:SEED]]`.</summary>
internal sealed class StreetsReader : IDatasetReader
{
    public ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var faults = new ReadFaults(StreetsFormat.Name, root);
        var streets = OptionsOf(root, options, faults);
        streets.Validate();
        var builder = new ImportBuilder(StreetsLabelSpaces.Of(streets.Space), options, faults);
        var index = 0;
        foreach (var example in StreetsGenerator.Generate(streets))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new ReadProgress("drawing scenes", index, streets.Images));
            var place = new RecordPlace(root, "image", index);
            if (builder.AddImage(place, example.FileName, example.Image.Size, new StreetsImageSource(streets, index)) is { } entry)
            {
                foreach (var annotation in example.Annotations)
                {
                    builder.AddBox(entry, place, new RawBox(annotation.Box.X1, annotation.Box.Y1, annotation.Box.X2, annotation.Box.Y2), annotation);
                }
            }

            index++;
        }

        return builder.Build(root);
    }

    private static StreetsOptions OptionsOf(string root, ReadOptions options, ReadFaults faults)
    {
        var parts = root.Split(':');
        var (images, seed) = (100, 1UL);
        if (parts.Length > 3
            || Parse<StreetsSpace>(parts[0]) is not { } space
            || (parts.Length > 1 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out images) || images < 1))
            || (parts.Length > 2 && !ulong.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out seed)))
        {
            throw faults.Stop(new RecordPlace(root), "names no Streets dataset", "Write SPACE[:IMAGES[:SEED]], such as mid:16; the spaces are mid, fine and coarse");
        }

        return new StreetsOptions
        {
            Space = space,
            Images = images,
            Seed = new Seed(seed),
            Split = options.Split is null ? StreetsSplit.Train : Parse<StreetsSplit>(options.Split) ?? (options.Split == "val" ? StreetsSplit.Validation : throw faults.Stop(
                new RecordPlace(root), $"there is no split '{options.Split}'", "The splits are train and validation")),
            Look = options.Variant is null ? null : Parse<StreetsLookName>(options.Variant) ?? throw faults.Stop(
                new RecordPlace(root), $"there is no look '{options.Variant}'", $"It is one of {string.Join(", ", StreetsFormat.Looks)}"),
        };
    }

    private static T? Parse<T>(string text) where T : struct, Enum =>
        text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : null;
}
