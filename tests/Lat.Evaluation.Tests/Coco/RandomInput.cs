namespace Lat.Evaluation.Tests;

/// <summary>Small random inputs full of ties, crowds, ignored objects and absent classes.</summary>
internal static class RandomInput
{
    public static CocoInput Create(ulong seed)
    {
        var random = new Seed(seed).Derive("coco-input").ToStream();
        var (images, classes) = (1 + random.NextInt(4), 1 + random.NextInt(3));
        var objects = Enumerable.Range(0, random.NextInt(12)).Select(_ =>
        {
            var (x, y, width, height) = Draw(random);
            return new CocoObject(random.NextInt(images), random.NextInt(classes), x, y, width, height, width * height)
            {
                IsCrowd = random.NextBool(0.15),
                IsIgnored = random.NextBool(0.15),
            };
        }).ToList();
        var near = objects.SelectMany(item => Enumerable.Range(0, random.NextInt(4)).Select(_ => new CocoPrediction(
            item.Image,
            random.NextBool(0.9) ? item.Class : random.NextInt(classes),
            item.X + random.NextInt(5) - 2,
            item.Y + random.NextInt(5) - 2,
            item.Width + random.NextInt(4),
            item.Height + random.NextInt(4),
            Score(random)))).ToList();
        var anywhere = Enumerable.Range(0, random.NextInt(8)).Select(_ =>
        {
            var (x, y, width, height) = Draw(random);
            return new CocoPrediction(random.NextInt(images), random.NextInt(classes), x, y, width, height, Score(random));
        }).ToList();
        var predictions = near.Concat(anywhere).ToArray();
        random.Shuffle(predictions.AsSpan());
        return new CocoInput(new LabelSpace([.. Enumerable.Range(0, classes).Select(index => $"c{index}")]), images, objects, predictions);
    }

    private static (double X, double Y, double Width, double Height) Draw(RandomStream random)
    {
        var size = random.NextBool(0.5) ? 30 : 120;
        return (random.NextInt(60), random.NextInt(60), 1 + random.NextInt(size), 1 + random.NextInt(size));
    }

    private static double Score(RandomStream random) => random.NextBool(0.5) ? random.NextInt(5) / 4.0 : random.NextDouble();
}
