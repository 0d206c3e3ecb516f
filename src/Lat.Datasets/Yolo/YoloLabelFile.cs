using System.Globalization;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads a label file: one line a box.</summary>
internal static class YoloLabelFile
{
    /// <summary>No photograph has more; a file that does is not one of labels.</summary>
    private const int MaxBoxes = 100_000;

    private const int MaxLine = 1 << 20;

    /// <summary>A file may be one line without end, which is a text in memory before it can be refused.</summary>
    private const long MaxBytes = 256L << 20;

    /// <summary>
    /// The boxes in the order of the file, those with the position of their line; sound lines only. A class is a whole number, which the dataset need not
    /// know.
    /// </summary>
    public static List<(long Line, RawBox Box, int ClassIndex, double Confidence)> Read(string path, ImageSize size, ReadFaults faults)
    {
        var boxes = new List<(long, RawBox, int, double)>();
        try
        {
            var number = 0L;
            if (new FileInfo(path).Length is var length and > MaxBytes)
            {
                faults.Add(new RecordPlace(path), FormattableString.Invariant($"has {length} bytes, more than {MaxBytes}"), "Check that this is a label file");
                return boxes;
            }

            foreach (var line in File.ReadLines(path))
            {
                number++;
                var place = new RecordPlace(path, "line", number);
                if (boxes.Count >= MaxBoxes || faults.FaultCount >= ReadFaults.MaxKept)
                {
                    faults.Add(place, FormattableString.Invariant($"has more than {MaxBoxes} boxes or {ReadFaults.MaxKept} faults before it"), "Check that this is a label file");
                    break;
                }

                if (line.Length > MaxLine)
                {
                    faults.Add(place, FormattableString.Invariant($"has {line.Length} characters"), "Check that this is a label file");
                }
                else if (!line.AsSpan().Trim().IsEmpty && Parse(line, size, place, faults) is { } box)
                {
                    boxes.Add((number, box.Box, box.ClassIndex, box.Confidence));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new RecordPlace(path), $"cannot be read: {exception.Message}", "Check the path and its permissions");
        }

        return boxes;
    }

    private static (RawBox Box, int ClassIndex, double Confidence)? Parse(
        string line, ImageSize size, RecordPlace place, ReadFaults faults)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[parts.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            if (!double.TryParse(parts[index], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[index]) || !double.IsFinite(numbers[index]))
            {
                faults.Add(place, $"has '{DataYaml.Shorten(parts[index])}'; expected finite numbers", "Write `class x y width height`");
                return null;
            }
        }

        if (parts.Length is not (5 or 6) && (parts.Length < 7 || parts.Length % 2 == 0))
        {
            faults.Add(
                place,
                FormattableString.Invariant($"has {parts.Length} numbers; expected 5 (class x y width height), 6 (and confidence), or a polygon"),
                "Correct the line");
            return null;
        }

        if (numbers[0] != Math.Floor(numbers[0]) || numbers[0] is < 0 or > int.MaxValue)
        {
            faults.Add(place, $"is of class {DataYaml.Shorten(parts[0])}; expected a whole number from 0", "Correct the line");
            return null;
        }

        var confidence = parts.Length == 6 ? numbers[5] : 1;
        if (confidence is < 0 or > 1)
        {
            faults.Add(place, FormattableString.Invariant($"has the confidence {confidence}; expected 0 to 1"), "Correct the line");
            return null;
        }

        var box = parts.Length <= 6
            ? RawBox.FromCenter(numbers[1] * size.Width, numbers[2] * size.Height, numbers[3] * size.Width, numbers[4] * size.Height)
            : AroundPolygon(numbers, size);
        return (box, (int)numbers[0], confidence);
    }

    private static RawBox AroundPolygon(double[] numbers, ImageSize size)
    {
        double x1 = double.MaxValue, y1 = double.MaxValue, x2 = double.MinValue, y2 = double.MinValue;
        for (var index = 1; index < numbers.Length; index += 2)
        {
            (x1, x2) = (Math.Min(x1, numbers[index]), Math.Max(x2, numbers[index]));
            (y1, y2) = (Math.Min(y1, numbers[index + 1]), Math.Max(y2, numbers[index + 1]));
        }

        return new RawBox(x1 * size.Width, y1 * size.Height, x2 * size.Width, y2 * size.Height);
    }
}
