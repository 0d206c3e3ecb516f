using System.Buffers.Binary;
using System.Globalization;

namespace Lat.Evaluation.Tests;

/// <summary>
/// The case that a seed stands for: the draws of `eng/golden/coco_seeded.py`, line by line. Rows: objects [image, class, x, y, w, h, area,
/// flags], detections [image, class, x, y, w, h, score].
/// </summary>
internal sealed class SeededCase
{
    private const int Crowd = 1;
    private const int Ignored = 2;
    private static readonly double[] Scales = [1, 1, 1, 1, 1e-6, 1e6];
    private static readonly double[] Areas = [1024, 9216, 1023.5, 9216.5, 0, 1e10, 1.5e10];
    private static readonly double[] Spreads = [0, 0, 0.05, 0.1, 0.3, 0.6];
    private static readonly int[] Sizes = [6, 24, 40, 90, 150];
    private static readonly int[][] Limits = [[1, 10, 100], [1, 2, 3], [2, 2, 5], [1, 4, 100]];

    private readonly SplitMix _random;
    private readonly int _style, _ties, _extent;
    private readonly double _scale;

    public SeededCase(ulong seed)
    {
        var r = _random = new SplitMix(seed);
        (Images, Classes) = (1 + r.Below(6), 1 + r.Below(6));
        (_style, _ties) = (r.Below(4), r.Below(3));
        _extent = new[] { 60, 200, 640 }[r.Below(3)];
        _scale = Scales[r.Below(6)];
        var (crowds, ignored, absent, areas, crowded) = (r.OneIn(3), r.OneIn(3), r.OneIn(4), r.OneIn(4), r.OneIn(8));
        HonorsIgnored = r.OneIn(6);

        // Python draws the index only after the condition, too.
        MaxDetections = Limits[r.OneIn(5) ? r.Below(4) : 0];
        FirstId = r.OneIn(8) ? 0 : 1;
        var isText = r.OneIn(3);
        ImageIds = Ids(Images, isText);
        ClassIds = Ids(Classes, isText);
        for (var image = 0; image < Images; image++)
        {
            if (r.OneIn(5))
            {
                continue;
            }

            for (var count = r.Below(9); count > 0; count--)
            {
                AddObject(image, crowds, ignored, absent, areas);
            }

            for (var count = r.Below(6); count > 0; count--)
            {
                Detections.Add([image, r.Below(Classes), .. Box(), Score()]);
            }
        }

        for (var count = crowded ? 130 : 0; count > 0; count--)
        {
            Detections.Add([0, 0, .. Box(), Score()]);
        }

        if (r.OneIn(20))
        {
            Detections.Clear();
        }

        if (r.OneIn(20))
        {
            Objects.Clear();
        }

        r.Shuffle(Objects);
        r.Shuffle(Detections);
    }

    public int Images { get; }

    public int Classes { get; }

    public bool HonorsIgnored { get; }

    public int[] MaxDetections { get; }

    public int FirstId { get; }

    /// <summary>The ids in the official order, as JSON.</summary>
    public IReadOnlyList<string> ImageIds { get; }

    public IReadOnlyList<string> ClassIds { get; }

    public List<double[]> Objects { get; } = [];

    public List<double[]> Detections { get; } = [];

    public CocoEvaluationOptions Options => new() { MaxDetections = [.. MaxDetections], HonorsIgnored = HonorsIgnored };

    public CocoInput ToInput() => new(
        new LabelSpace(ClassIds.Select(id => new ClassName($"class {id.Trim('"')}"))),
        Images,
        Objects.Select((row, index) => new CocoObject((int)row[0], (int)row[1], row[2], row[3], row[4], row[5], row[6])
        {
            IsCrowd = ((int)row[7] & Crowd) != 0,
            IsIgnored = ((int)row[7] & Ignored) != 0,
            HasIdZero = index + FirstId == 0,
        }),
        Detections.Select(row => new CocoPrediction((int)row[0], (int)row[1], row[2], row[3], row[4], row[5], row[6])));

    /// <summary>The first 16 digits of SHA-256 over all numbers as little-endian doubles.</summary>
    public string Digest()
    {
        var numbers = Objects.Concat(Detections).SelectMany(row => row).ToList();
        var bytes = new byte[numbers.Count * sizeof(double)];
        for (var index = 0; index < numbers.Count; index++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(index * sizeof(double)), numbers[index]);
        }

        return ContentHash.Of(bytes).Hex[..16];
    }

    private List<string> Ids(int count, bool isText)
    {
        var found = new List<int>();
        while (found.Count < count)
        {
            var number = _random.Below(2000);
            if (!found.Contains(number))
            {
                found.Add(number);
            }
        }

        var texts = found.Select(number => number.ToString(CultureInfo.InvariantCulture));
        return isText
            ? [.. texts.Order(StringComparer.Ordinal).Select(text => $"\"{text}\"")]
            : [.. found.Order().Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private double Number(int low, int size) => _style switch
    {
        0 => low + _random.Below(size),
        1 => low + (_random.Below(size * 4) / 4.0),
        2 => low + (_random.Below(size * 100) / 100.0),
        _ => low + (_random.Unit() * size),
    };

    private double[] Box()
    {
        var size = Sizes[_random.Below(5)];
        double[] box = [Number(0, _extent), Number(0, _extent), Number(1, size), Number(1, size)];
        return [.. box.Select(value => value * _scale)];
    }

    private double Score() => _ties switch
    {
        0 => _random.Below(5) / 4.0,
        1 => _random.Below(101) / 100.0,
        _ => _random.Unit(),
    };

    private void AddObject(int image, bool crowds, bool ignored, bool absent, bool areas)
    {
        var (box, name) = (Box(), _random.Below(Classes));
        if (absent && name == 0)
        {
            return;
        }

        var flags = crowds && _random.OneIn(3) ? Crowd : 0;
        flags |= ignored && _random.OneIn(3) ? Ignored : 0;
        var area = areas ? Areas[_random.Below(7)] : box[2] * box[3];
        Objects.Add([image, name, .. box, area, flags]);
        for (var count = _random.Below(4); count > 0; count--)
        {
            var other = _random.OneIn(7) ? _random.Below(Classes) : name;
            Detections.Add([image, other, .. Near(box), Score()]);
        }
    }

    private double[] Near(double[] box)
    {
        var spread = Spreads[_random.Below(6)];
        var x = box[0] + ((_random.Unit() - 0.5) * spread * box[2]);
        var y = box[1] + ((_random.Unit() - 0.5) * spread * box[3]);
        var width = box[2] * (1 + ((_random.Unit() - 0.5) * spread));
        var height = box[3] * (1 + ((_random.Unit() - 0.5) * spread));
        return [x, y, width, height];
    }
}
