using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Reads version 2 of Waymo Open: one parquet file a segment in each of the folders `camera_image`, `camera_box` and `camera_calibration`,
/// joined by segment, time stamp and camera.
/// </summary>
internal sealed class WaymoTableReader(ImportBuilder builder, ReadFaults faults, IReadOnlySet<string> cameras, ReadOptions options)
{
    private const string Segment = "key.segment_context_name";
    private const string Time = "key.frame_timestamp_micros";
    private const string Camera = "key.camera_name";
    private const string Image = "[CameraImageComponent].image";
    private const string Box = "[CameraBoxComponent].box.";
    private const string Type = "[CameraBoxComponent].type";
    private const string Calibration = "[CameraCalibrationComponent].";

    private readonly Dictionary<WaymoFrameKey, ImportEntry?> _frames = [];

    /// <summary>Reads one segment; what is wrong with it is noted.</summary>
    /// <param name="boxes">The file in `camera_box`.</param>
    /// <param name="images">The file in `camera_image`; it need not exist.</param>
    /// <param name="calibrations">The file in `camera_calibration`; it need not exist.</param>
    public void Read(string boxes, string images, string calibrations)
    {
        try
        {
            _frames.Clear();
            var sizes = ReadSizes(calibrations);
            if (File.Exists(images))
            {
                ReadImages(images, sizes);
            }
            else if (options.MissingImages != MissingImagePolicy.LabelsOnly)
            {
                faults.Add(new RecordPlace(images), "is missing, but there are boxes for it", "Download the component camera_image, too");
                return;
            }

            ReadBoxes(boxes, sizes, File.Exists(images));
        }
        catch (LatException exception)
        {
            faults.Add(new RecordPlace(boxes), exception.Message.TrimEnd('.'), "The rest of the segment was not read");
        }
    }

    private static Dictionary<long, ImageSize> ReadSizes(string path)
    {
        var sizes = new Dictionary<long, ImageSize>();
        if (!File.Exists(path))
        {
            return sizes;
        }

        using var table = ParquetTable.Open(path);
        for (var group = 0; group < table.GroupCount; group++)
        {
            var (camera, width, height) = (table.Codes(group, Camera, WaymoCamera.NumberOf), table.Wholes(group, Calibration + "width"), table.Wholes(group, Calibration + "height"));
            for (var row = 0; row < camera.Length; row++)
            {
                if (camera[row] is { } known && width[row] is > 0 and < 100_000 && height[row] is > 0 and < 100_000)
                {
                    sizes[known] = new ImageSize((int)width[row]!, (int)height[row]!);
                }
            }
        }

        return sizes;
    }

    private void ReadImages(string path, Dictionary<long, ImageSize> sizes)
    {
        using var table = ParquetTable.Open(path);
        if (IsWithout(table, Segment, Time, Camera, Image))
        {
            return;
        }

        for (var group = 0; group < table.GroupCount; group++)
        {
            var (segment, time, camera) = (table.Texts(group, Segment), table.Wholes(group, Time), table.Codes(group, Camera, WaymoCamera.NumberOf));
            for (var row = 0; row < segment.Length; row++)
            {
                var place = new RecordPlace(path, FormattableString.Invariant($"row group {group}, row"), row);
                if (KeyOf(segment[row], time[row], camera[row], place) is not { } key || !cameras.Contains(WaymoCamera.NameOf(key.Camera)!))
                {
                    continue;
                }

                var source = new ParquetImageSource(path, Image, group, row);
                if (!sizes.TryGetValue(key.Camera, out var size))
                {
                    // All images of a camera have one size, so one image a segment is unpacked at most.
                    sizes[key.Camera] = size = ImageHeader.Read(source);
                }

                AddFrame(key, size, source, place);
            }
        }
    }

    private void ReadBoxes(string path, Dictionary<long, ImageSize> sizes, bool hasImages)
    {
        using var table = ParquetTable.Open(path);
        if (IsWithout(table, Segment, Time, Camera, Type, Box + "center.x", Box + "center.y", Box + "size.x", Box + "size.y"))
        {
            return;
        }

        for (var group = 0; group < table.GroupCount; group++)
        {
            var (segment, time, camera) = (table.Texts(group, Segment), table.Wholes(group, Time), table.Codes(group, Camera, WaymoCamera.NumberOf));
            var (x, y) = (table.Reals(group, Box + "center.x"), table.Reals(group, Box + "center.y"));
            var (width, height) = (table.Reals(group, Box + "size.x"), table.Reals(group, Box + "size.y"));
            var type = table.Codes(group, Type, WaymoClasses.NumberOf);
            for (var row = 0; row < segment.Length; row++)
            {
                var place = new RecordPlace(path, FormattableString.Invariant($"row group {group}, row"), row);
                if (KeyOf(segment[row], time[row], camera[row], place) is not { } key || !cameras.Contains(WaymoCamera.NameOf(key.Camera)!))
                {
                    continue;
                }

                if (!_frames.TryGetValue(key, out var entry))
                {
                    if (hasImages)
                    {
                        faults.Add(place, $"is a box of the frame {key}, which camera_image lacks", "Download both components again");
                        continue;
                    }

                    entry = AddFrame(key, sizes.GetValueOrDefault(key.Camera, WaymoCamera.NominalSizeOf(key.Camera)), null, place);
                }

                if (entry is not null)
                {
                    var box = RawBox.FromCenter(x[row] ?? double.NaN, y[row] ?? double.NaN, width[row] ?? double.NaN, height[row] ?? double.NaN);
                    WaymoFrameReader.AddBox(builder, faults, entry, place, box, (int)Math.Clamp(type[row] ?? 0, 0, int.MaxValue));
                }
            }
        }
    }

    private ImportEntry? AddFrame(WaymoFrameKey key, ImageSize size, ImageSource? source, RecordPlace place) => _frames[key] = builder.AddImage(
        place,
        WaymoCamera.ImageNameOf(key.Segment, key.TimestampMicros, key.Camera),
        size,
        source,
        WaymoCamera.FrameOf(key.Segment, key.TimestampMicros, key.Camera));

    private WaymoFrameKey? KeyOf(string? segment, long? time, long? camera, RecordPlace place)
    {
        if (segment is { Length: > 0 } && time is >= 0 && camera is >= 1 and <= 5)
        {
            return new WaymoFrameKey(segment, time.Value, (int)camera.Value);
        }

        faults.Add(place, FormattableString.Invariant($"has the key ({segment}, {time}, {camera}); expected a segment, a time stamp and a camera 1 to 5"), "Download the file again");
        return null;
    }

    private bool IsWithout(ParquetTable table, params string[] columns)
    {
        var missing = table.Missing(columns).ToList();
        if (missing.Count > 0)
        {
            faults.Add(
                new RecordPlace(table.Path), $"lacks the columns {string.Join(", ", missing)}", "Check that the file is of this component of the dataset");
        }

        return missing.Count > 0;
    }
}
