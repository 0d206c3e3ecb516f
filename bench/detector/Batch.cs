using System.Runtime.InteropServices;
using Lat.Core;
using Lat.Detection;

namespace Lat.Bench.Detector;

/// <summary>The one batch that is trained on again and again.</summary>
/// <param name="Images">Its images.</param>
/// <param name="Targets">What is in them.</param>
internal sealed record Batch(IReadOnlyList<RgbImage> Images, IReadOnlyList<ImageTargets> Targets)
{
    private const int NumbersOfABox = 5;

    public static Batch Read(string folder, string group)
    {
        var name = group.StartsWith("r50", StringComparison.Ordinal) ? "r50" : "small";
        var pixels = File.ReadAllBytes(Path.Combine(folder, name + "-pixels"));
        var boxes = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, name + "-boxes"))).ToArray();
        var (count, size, classes) = name == "r50" ? (2, new ImageSize(512, 256), 90) : (8, new ImageSize(256, 192), 6);
        var (images, targets) = (new List<RgbImage>(), new List<ImageTargets>());
        for (var index = 0; index < count; index++)
        {
            var image = new RgbImage(size);
            pixels.AsSpan(index * image.Pixels.Length, image.Pixels.Length).CopyTo(image.Pixels);
            var annotations = Enumerable.Range(0, boxes.Length / NumbersOfABox / count)
                .Select(slot => boxes.AsSpan(((index * (boxes.Length / NumbersOfABox / count)) + slot) * NumbersOfABox, NumbersOfABox).ToArray())
                .Select(row => new Annotation(new Box(row[0], row[1], row[2], row[3]), (int)row[4] - 1));
            images.Add(image);
            targets.Add(ImageTargets.From(new TrainingExample(image, annotations.ToEquatableArray()), classes));
        }

        return new Batch(images, targets);
    }
}
