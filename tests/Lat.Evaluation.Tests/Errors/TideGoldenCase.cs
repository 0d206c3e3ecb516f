using System.Text.Json;

namespace Lat.Evaluation.Tests;

/// <summary>A drawn case and what the authors' program says of it; `eng/golden/tide.py` made the answers. Gains and AP are in points.</summary>
internal sealed record TideGoldenCase(ulong Seed, double Ap, int[] Counts, double[] Gains, double FalsePositive, double FalseNegative)
{
    public static readonly TideGoldenCase[] All = JsonSerializer.Deserialize<TideGoldenCase[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "tide.json")), JsonSerializerOptions.Web)!;

    /// <summary>The same draws, line by line, as the script's.</summary>
    public CocoInput ToInput()
    {
        var r = new SplitMix(Seed);
        var (images, classes) = (1 + r.Below(4), 1 + r.Below(3));
        var (objects, detections) = (new List<CocoObject>(), new List<CocoPrediction>());
        for (var image = 0; image < images; image++)
        {
            var count = classes + r.Below(5);
            for (var number = 0; number < count; number++)
            {
                var kind = number < classes ? number : r.Below(classes);
                var crowd = number >= classes && r.OneIn(6);
                var (x, y, w, h) = (r.Unit() * 80, r.Unit() * 80, 6 + (r.Unit() * 30), 6 + (r.Unit() * 30));
                objects.Add(new CocoObject(image, kind, x, y, w, h, w * h) { IsCrowd = crowd });
            }
        }

        foreach (var item in objects)
        {
            var count = r.Below(4);
            for (var number = 0; number < count; number++)
            {
                var amount = r.Below(4) * 0.3;
                var found = r.OneIn(4) ? r.Below(classes) : item.Class;
                var x = item.X + ((r.Unit() - 0.5) * (item.Width * amount));
                var y = item.Y + ((r.Unit() - 0.5) * (item.Height * amount));
                detections.Add(new CocoPrediction(item.Image, found, x, y, item.Width, item.Height, r.Unit()));
            }
        }

        for (var image = 0; image < images; image++)
        {
            var count = r.Below(4);
            for (var number = 0; number < count; number++)
            {
                var kind = r.Below(classes);
                var (x, y, w, h) = (r.Unit() * 80, r.Unit() * 80, 6 + (r.Unit() * 30), 6 + (r.Unit() * 30));
                detections.Add(new CocoPrediction(image, kind, x, y, w, h, r.Unit()));
            }
        }

        for (var kind = 0; kind < classes; kind++)
        {
            var item = objects[kind];
            detections.Add(new CocoPrediction(0, kind, item.X, item.Y, item.Width, item.Height, r.Unit()));
        }

        return new CocoInput(new LabelSpace(Enumerable.Range(0, classes).Select(kind => new ClassName($"class {kind}"))), images, objects, detections);
    }
}
