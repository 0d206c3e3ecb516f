using Google.Protobuf;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads version 1 of Waymo Open: one TFRecord a segment, one protobuf message a frame, the images inside it.</summary>
internal sealed class WaymoFrameReader(ImportBuilder builder, ReadFaults faults, IReadOnlySet<string> cameras)
{
    private static readonly MessageParser<WaymoFrame> Parser = WaymoFrame.Parser.WithDiscardUnknownFields(true);

    /// <summary>Reads one segment; what is wrong with it is noted.</summary>
    public void Read(string path, CancellationToken cancellation)
    {
        using var file = new TfRecordFile(path, faults);
        while (file.TryNext())
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                ReadFrame(Parser.ParseFrom(file.Record.Span), WaymoImageOffsets.Find(file.Record.Span), path, file);
            }
            catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidDataException)
            {
                faults.Add(file.Place, $"is no frame of Waymo Open: {exception.Message.TrimEnd('.')}", "Download the file again");
            }
        }
    }

    private void ReadFrame(WaymoFrame frame, Dictionary<int, (int Offset, int Length)> images, string path, TfRecordFile file)
    {
        if (frame.Context is not { HasName: true } context || context.Name.Length == 0 || !frame.HasTimestampMicros || frame.TimestampMicros < 0)
        {
            faults.Add(file.Place, "the frame has no segment name or no time stamp", "Check that the file holds frames of the perception dataset");
            return;
        }

        foreach (var camera in frame.CameraLabels.Select(labels => labels.Camera).Concat(images.Keys).Distinct().Order())
        {
            var place = file.Place.At(FormattableString.Invariant($"camera {camera}"));
            if (WaymoCamera.NameOf(camera) is not { } name)
            {
                faults.Add(place, "is none of Waymo's five cameras", "Download the file again");
                continue;
            }

            if (!cameras.Contains(name))
            {
                continue;
            }

            var labels = frame.CameraLabels.Where(one => one.Camera == camera).ToList();
            if (labels.Count == 0)
            {
                faults.Count("images skipped: no camera labels");
                continue;
            }

            var source = images.TryGetValue(camera, out var image) ? new FileSliceImageSource(path, file.DataOffset + image.Offset, image.Length) : null;
            if (SizeOf(context, camera, source) is not { } size)
            {
                faults.Add(place, "the calibration gives no image size, and the image itself is no JPEG", "Download the file again");
                continue;
            }

            var entry = builder.AddImage(
                place,
                WaymoCamera.ImageNameOf(context.Name, frame.TimestampMicros, camera),
                size,
                source,
                WaymoCamera.FrameOf(context.Name, frame.TimestampMicros, camera));
            if (entry is not null)
            {
                AddBoxes(entry, labels.SelectMany(one => one.Labels), place);
            }
        }
    }

    private void AddBoxes(ImportEntry entry, IEnumerable<WaymoLabel> labels, RecordPlace image)
    {
        var index = 0;
        foreach (var label in labels)
        {
            var place = image.At(FormattableString.Invariant($"labels[{index++}]"));
            if (label.Box is not { HasCenterX: true, HasCenterY: true, HasLength: true, HasWidth: true } box)
            {
                faults.Add(place, "has no complete box", "Download the file again");
            }
            else
            {
                AddBox(builder, faults, entry, place, RawBox.FromCenter(box.CenterX, box.CenterY, box.Length, box.Width), label.Type);
            }
        }
    }

    /// <summary>Adds a box of a label type, in either version of the dataset.</summary>
    public static void AddBox(ImportBuilder builder, ReadFaults faults, ImportEntry entry, RecordPlace place, RawBox box, int type)
    {
        if (WaymoClasses.IndexOf(type) is { } classIndex)
        {
            builder.AddBox(entry, place, box, classIndex);
        }
        else if (type == WaymoClasses.Sign)
        {
            faults.Count("boxes left out: signs");
        }
        else
        {
            builder.AddUnknownClass(place, FormattableString.Invariant($"type {type}"));
        }
    }

    private static ImageSize? SizeOf(WaymoContext context, int camera, FileSliceImageSource? source)
    {
        var calibration = context.CameraCalibrations.FirstOrDefault(one => one.Camera == camera);
        if (calibration is { Width: > 0 and < 100_000, Height: > 0 and < 100_000 })
        {
            return new ImageSize(calibration.Width, calibration.Height);
        }

        if (source is null)
        {
            return WaymoCamera.NominalSizeOf(camera);
        }

        using var stream = source.Open();
        return ImageHeader.TryRead(stream);
    }
}
