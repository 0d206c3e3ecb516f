namespace Lat.Transfer.Tests;

/// <summary>
/// A world of two datasets. Every image has one vehicle or one ridden bicycle. `coarse` draws one box `cyclist` around rider and bicycle;
/// `mid` draws the `rider`, the upper six tenths, alone. The features show what is there.
/// </summary>
internal sealed class TwoSpaces(TemporaryFolder folder)
{
    public static EquatableArray<FeatureShape> Levels { get; } = [new FeatureShape(4, 16, 16, 4)];

    /// <param name="dataset">0 for coarse, 1 for mid.</param>
    /// <param name="prefix">Of the names of the images.</param>
    /// <param name="count">Of images.</param>
    /// <param name="seed">Where the things stand.</param>
    public LatTrainingSet Make(int dataset, string prefix, int count, Seed seed)
    {
        var things = Enumerable.Range(0, count).Select(index => Thing(FormattableString.Invariant($"{prefix}{index}"), seed.Derive(index).ToStream())).ToList();
        var path = folder[prefix + ".bin"];
        using (var writer = new FeatureFileWriter(path, Levels))
        {
            things.ForEach(thing => writer.Add(thing.Name, Some.HalfBytes(Maps(thing.Box, thing.IsRidden, seed.Derive(thing.Name).ToStream()))));
            writer.Complete();
        }

        var space = dataset == 0 ? Some.Coarse : Some.Mid;
        var annotations = new AnnotationSet(space, things.Select(thing => Some.Image(thing.Name, new Annotation(BoxIn(dataset, thing.Box, thing.IsRidden), ClassIn(dataset, thing.IsRidden)))));
        return new LatTrainingSet(dataset, annotations, FeatureFile.Open(path), [Predictions(0, things), Predictions(1, things)]);
    }

    public static Box RiderOf(Box cyclist) => new(cyclist.X1, cyclist.Y1, cyclist.X2, cyclist.Y1 + (0.6 * cyclist.Height));

    private static (string Name, Box Box, bool IsRidden) Thing(string name, RandomStream random) =>
        (name, Box.FromXywh(random.NextDouble(2, 26), random.NextDouble(2, 20), random.NextDouble(20, 34), random.NextDouble(26, 40)), random.NextBool(0.5));

    private static Box BoxIn(int dataset, Box box, bool ridden) => dataset == 1 && ridden ? RiderOf(box) : box;

    private static int ClassIn(int dataset, bool ridden) => ridden ? dataset + 1 : 0;

    private static DetectionIndex Predictions(int dataset, IEnumerable<(string Name, Box Box, bool IsRidden)> things)
    {
        var space = dataset == 0 ? Some.Coarse : Some.Mid;
        return new DetectionIndex(new DetectionSet(space, things.Select(thing => Some.Found(
            thing.Name, Some.Sees(BoxIn(dataset, thing.Box, thing.IsRidden), ClassIn(dataset, thing.IsRidden), 0.6, space.Count))).ToEquatableArray()));
    }

    private static IEnumerable<float> Maps(Box box, bool ridden, RandomStream random)
    {
        for (var channel = 0; channel < 4; channel++)
        {
            for (var cell = 0; cell < 256; cell++)
            {
                var (x, y) = (((cell % 16) * 4) + 2, ((cell / 16) * 4) + 2);
                var inside = x >= box.X1 && x < box.X2 && y >= box.Y1 && y < box.Y2;
                var shown = inside && channel == (ridden ? 1 : 0);
                yield return (shown ? 1 : 0) + (float)(0.1 * random.NextGaussian());
            }
        }
    }
}
