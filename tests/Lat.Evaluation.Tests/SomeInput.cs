namespace Lat.Evaluation.Tests;

/// <summary>Small inputs of squares, 10 wide unless they say otherwise, on one image unless they say otherwise.</summary>
internal static class SomeInput
{
    public static readonly LabelSpace Space = new("car", "bus");

    public static CocoObject Object(double x, int classIndex = 0, int image = 0, double side = 10) =>
        new(image, classIndex, x, 0, side, side, side * side);

    public static CocoPrediction Found(double x, double score, int classIndex = 0, int image = 0, double side = 10) =>
        new(image, classIndex, x, 0, side, side, score);

    public static CocoInput Of(IEnumerable<CocoObject> objects, IEnumerable<CocoPrediction> found, int images = 1) =>
        new(Space, images, objects, found);

    /// <summary>As many images as asked, each with a car that is found, found badly or missed, and now and then something that is none.</summary>
    public static CocoInput Drawn(ulong seed, int images, double quality)
    {
        var random = new Seed(seed).ToStream();
        var (objects, found) = (new List<CocoObject>(), new List<CocoPrediction>());
        for (var image = 0; image < images; image++)
        {
            objects.Add(Object(0, image % 5 == 0 ? 1 : 0, image));
            if (random.NextBool(quality))
            {
                found.Add(Found(random.NextInt(3), random.NextDouble(), image % 5 == 0 ? 1 : 0, image));
            }

            if (random.NextBool(0.5))
            {
                found.Add(Found(60, random.NextDouble(), 0, image));
            }
        }

        return Of(objects, found, images);
    }
}
