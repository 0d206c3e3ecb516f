using System.Globalization;
using System.Text;
using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class StreetsGeneratorTests
{
    /// <summary>Where a change of these is meant, <see cref="StreetsGenerator.Version"/> is raised with it.</summary>
    [Theory]
    [InlineData(StreetsSpace.Mid, "5a1470e80cd6", "09acadf3f0e3")]
    [InlineData(StreetsSpace.Fine, "ece46bdc97d6", "8c3c1aab0343")]
    [InlineData(StreetsSpace.Coarse, "1ee9783d84dd", "476ebf6976c6")]
    public void TheFirstImagesAndLabelsAreTheSameOnEveryMachine(StreetsSpace space, string pixels, string labels)
    {
        var examples = StreetsGenerator.Generate(new StreetsOptions { Space = space, Images = 4 }).ToList();

        var actualPixels = ContentHash.Of(examples.SelectMany(example => example.Image.Pixels).ToArray()).Abbreviated;
        var actualLabels = ContentHash.Of(Encoding.UTF8.GetBytes(string.Join(';', examples.Select(Describe)))).Abbreviated;
        Assert.Equal(1, StreetsGenerator.Version);
        Assert.Equal(($"{space}: {pixels}", labels), ($"{space}: {actualPixels}", actualLabels));
    }

    [Fact]
    public void AnImageDependsOnItsNumberAndNotOnHowManyThereAre()
    {
        var options = new StreetsOptions { Space = StreetsSpace.Fine, Images = 3 };
        var third = StreetsGenerator.Generate(options).Last();
        var again = StreetsGenerator.GenerateOne(options with { Images = 1 }, 2);

        Assert.Equal(third.FileName, again.FileName);
        Assert.Equal(third.Image.Pixels, again.Image.Pixels);
        Assert.Equal(third.Truth, again.Truth);
    }

    [Fact]
    public void ManyThreadsMakeTheSameImagesAsOne()
    {
        var options = new StreetsOptions { Images = 12 };
        var alone = StreetsGenerator.Generate(options).Select(example => ContentHash.Of(example.Image.Pixels)).ToList();
        var together = new ContentHash[12];
        Parallel.For(0, 12, index => together[index] = ContentHash.Of(StreetsGenerator.GenerateOne(options, index).Image.Pixels));

        Assert.Equal(alone, together);
    }

    [Fact]
    public void TheLookDecidesThePixelsAndTheSpaceTheLabels()
    {
        var mid = StreetsGenerator.GenerateOne(new StreetsOptions { Space = StreetsSpace.Mid, Look = StreetsLookName.Coarse }, 0);
        var fine = StreetsGenerator.GenerateOne(new StreetsOptions { Space = StreetsSpace.Fine, Look = StreetsLookName.Coarse }, 0);
        var other = StreetsGenerator.GenerateOne(new StreetsOptions { Space = StreetsSpace.Mid }, 0);

        Assert.Equal(mid.Image.Pixels, fine.Image.Pixels);
        Assert.Equal(mid.Truth, fine.Truth);
        Assert.Equal(mid.Truth[StreetsSpace.Mid], mid.Annotations);
        Assert.Equal(fine.Truth[StreetsSpace.Fine], fine.Annotations);
        Assert.NotEqual(mid.Image.Pixels, other.Image.Pixels);
    }

    [Fact]
    public void TrainingAndValidationShareNoScene()
    {
        var train = StreetsGenerator.GenerateOne(new StreetsOptions(), 0);
        var validation = StreetsGenerator.GenerateOne(new StreetsOptions { Split = StreetsSplit.Validation }, 0);

        Assert.NotEqual(train.Image.Pixels, validation.Image.Pixels);
        Assert.NotEqual(train.FileName, validation.FileName);
    }

    [Fact]
    public void TheTruthOfADatasetIsKnownInEverySpace()
    {
        var examples = StreetsGenerator.Generate(new StreetsOptions { Space = StreetsSpace.Coarse, Images = 3 }).ToList();

        var truth = StreetsTruth.AnnotationsIn(StreetsSpace.Fine, examples);

        Assert.Equal(StreetsLabelSpaces.Fine, truth.LabelSpace);
        Assert.Equal(examples.Select(example => example.FileName), truth.Images.Select(image => image.FileName));
        Assert.Equal(examples[1].Truth.Fine, truth.Images[1].Annotations);
    }

    [Fact]
    public void EveryFaultOfTheOptionsIsNamed()
    {
        var options = new StreetsOptions { Images = 0, Size = new ImageSize(10, 192), MinObjects = 8, MaxObjects = 7 };

        var exception = Assert.Throws<LatException>(() => StreetsGenerator.Generate(options));

        Assert.Contains("Images is 0", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Size is 10x192", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MinObjects is 8", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherSizesShowTheSameScene()
    {
        var small = StreetsGenerator.GenerateOne(new StreetsOptions(), 1);
        var large = StreetsGenerator.GenerateOne(new StreetsOptions { Size = new ImageSize(512, 384) }, 1);

        var (first, second) = (small.Truth.Fine[0], large.Truth.Fine[0]);
        Assert.Equal(first.ClassIndex, second.ClassIndex);
        Assert.True(first.Box.Scale(2, 2).Iou(second.Box) > 0.9);
    }

    private static string Describe(StreetsExample example) => string.Join(
        ',', example.Annotations.Select(
            label => string.Create(CultureInfo.InvariantCulture, $"{label.ClassIndex} {label.Box} {label.ObjectId}")));
}
