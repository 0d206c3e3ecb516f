using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Facts that hold over many scenes of every look.</summary>
public sealed class StreetsDatasetTests
{
    private static readonly Dictionary<StreetsSpace, List<StreetsExample>> Examples = Enum.GetValues<StreetsSpace>()
        .ToDictionary(space => space, space => StreetsGenerator.Generate(new StreetsOptions { Space = space, Images = 120 }).ToList());

    public static TheoryData<StreetsSpace> Spaces => [.. Enum.GetValues<StreetsSpace>()];

    [Theory]
    [MemberData(nameof(Spaces))]
    public void EveryBoxIsInsideItsImage(StreetsSpace dataset)
    {
        foreach (var (example, label) in Labels(dataset))
        {
            Assert.Equal(label.Box.ClipTo(example.Image.Size), label.Box);
            Assert.True(label.Box.Width >= 4 && label.Box.Height >= 4, $"{example.FileName}: {label.Box} is tiny");
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void AnObjectHasOneLabelASpaceAndTheSameIdInAll(StreetsSpace dataset)
    {
        foreach (var example in Examples[dataset])
        {
            foreach (var space in Enum.GetValues<StreetsSpace>())
            {
                var ids = example.Truth[space].Select(label => label.ObjectId!.Value).ToList();
                Assert.Equal(ids.Distinct(), ids);
            }

            var fine = example.Truth.Fine.ToDictionary(
                label => label.ObjectId!.Value, label => StreetsLabelSpaces.Fine[label.ClassIndex].Value);
            var cyclists = example.Truth.Coarse.Where(label => label.ClassIndex == StreetsLabelSpaces.Coarse.IndexOf("cyclist"));
            Assert.All(
                cyclists, cyclist => Assert.Equal("vehicle.bicycle", fine.GetValueOrDefault(cyclist.ObjectId!.Value, "vehicle.bicycle")));
            var riders = example.Truth.Mid.Where(label => label.ClassIndex == StreetsLabelSpaces.Mid.IndexOf("rider"));
            Assert.All(riders, rider => Assert.StartsWith(
                "vehicle.", fine.GetValueOrDefault(
                    StreetObjectId.GroupOf(rider.ObjectId!.Value) * 2, "vehicle."), StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void TheFullExtentHoldsTheVisibleOne(StreetsSpace dataset)
    {
        foreach (var example in Examples[dataset])
        {
            var full = example.Truth.Fine.ToDictionary(label => label.ObjectId!.Value, label => label.Box);
            foreach (var label in example.Truth.Mid.Concat(example.Truth.Coarse))
            {
                if (full.TryGetValue(label.ObjectId!.Value, out var box))
                {
                    Assert.Equal(box, box.Union(label.Box));
                }
            }
        }
    }

    [Theory]
    [InlineData(StreetsSpace.Mid, 0.25)]
    [InlineData(StreetsSpace.Fine, 0.12)]
    [InlineData(StreetsSpace.Coarse, 0.4)]
    public void EveryClassOccursOftenEnoughToBeLearnt(StreetsSpace dataset, double perImage)
    {
        var space = StreetsLabelSpaces.Of(dataset);
        foreach (var name in space.Classes)
        {
            var count = Labels(dataset).Count(pair => pair.Label.ClassIndex == space.IndexOf(name));
            Assert.True(count >= perImage * Examples[dataset].Count, $"{name}: {count} in {Examples[dataset].Count} images");
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void MostObjectsAreOfASizeThatCanBeFound(StreetsSpace dataset)
    {
        var sides = Labels(dataset).Select(pair => Math.Sqrt(pair.Label.Box.Area)).ToList();

        Assert.True(sides.Count(side => side is >= 12 and <= 120) > 0.85 * sides.Count);
    }

    [Fact]
    public void TheLooksDifferInColour()
    {
        var means = Enum.GetValues<StreetsSpace>().Select(
            space => Examples[space].Take(30).Average(example => MeanBlueOverRed(example.Image))).ToList();

        Assert.True(means[0] > means[2] && means[2] > means[1], $"blue over red: {string.Join(", ", means)}");
    }

    [Fact]
    public void AnImageIsDrawnWithLittleMemory()
    {
        var scene = StreetsGenerator.ComposeScene(new StreetsOptions(), 0);
        var pixels = scene.Size.Width * scene.Size.Height * 3L;
        SceneRenderer.Render(scene);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SceneRenderer.Render(scene);

        // How long it takes is measured in bench/images: a test would measure how busy the machine is.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, pixels, 8 * pixels);
    }

    private static IEnumerable<(StreetsExample Example, Annotation Label)> Labels(StreetsSpace dataset) =>
        Examples[dataset].SelectMany(example => example.Annotations.Select(label => (example, label)));

    private static double MeanBlueOverRed(RgbImage image)
    {
        double red = 0, blue = 0;
        for (var index = 0; index < image.Pixels.Length; index += 3)
        {
            red += image.Pixels[index];
            blue += image.Pixels[index + 2];
        }

        return blue / red;
    }
}
