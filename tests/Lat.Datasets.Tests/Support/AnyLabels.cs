using FsCheck;
using FsCheck.Fluent;
using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Random label sets of every kind that Lat makes, for properties.</summary>
public static class AnyLabels
{
    private static readonly string[] Words = ["a", "B", "ünï", "日本", "x y", "q\"u'o\\te", "#1: a", "-", "<&>", "100%", "{0}", "[x]"];

    public static Arbitrary<AnnotationSet> AnnotationSet() => Sets().ToArbitrary();

    private static Gen<double> Coordinate(int side) => Gen.OneOf(
        Gen.Choose(0, side).Select(value => (double)value),
        Gen.Choose(0, 1_000_000_000).Select(value => value / 1e9 * side),
        Gen.Choose(0, 100 * side).Select(value => value / 100.0));

    private static Gen<Annotation> Label(ImageSize size, int classes) =>
        from x1 in Coordinate(size.Width)
        from x2 in Coordinate(size.Width)
        from y1 in Coordinate(size.Height)
        from y2 in Coordinate(size.Height)
        from classIndex in Gen.Choose(0, classes - 1)
        from confidence in Gen.OneOf(Gen.Constant(1.0), Gen.Choose(0, 1_000_000).Select(value => value / 1e6), Gen.Constant(1.0 / 3))
        from origin in Gen.Elements(Enum.GetValues<AnnotationOrigin>())
        from source in Gen.Choose(-2, 5)
        from isCrowd in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from isIgnored in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from area in Gen.Choose(-50, 50)
        let box = new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2))
        select new Annotation(box, classIndex)
        {
            Confidence = confidence,
            Origin = origin,
            SourceIndex = source < 0 ? null : source,
            IsCrowd = isCrowd,
            IsIgnored = isIgnored,
            Area = area < 0 || area / 7.0 == box.Area ? null : area / 7.0,
        };

    private static Gen<AnnotatedImage> Image(string name, int classes) =>
        from width in Gen.Choose(1, 4000)
        from height in Gen.Choose(1, 4000)
        let size = new ImageSize(width, height)
        from labels in Label(size, classes).ListOf().Select(list => list.Take(6))
        select new AnnotatedImage(name, size, labels.Where(label => label.Box.Width > 0 && label.Box.Height > 0).ToEquatableArray());

    private static Gen<AnnotationSet> Sets() =>
        from classes in Gen.Choose(1, 6)
        from offset in Gen.Choose(0, Words.Length - 1)
        let space = new LabelSpace(Enumerable.Range(0, classes).Select(index => new ClassName(Words[(index + offset) % Words.Length])))
        from count in Gen.Choose(1, 5)
        from folders in Gen.Elements("", "f/", "images/", "ü/x y/").ListOf(count)
        from images in Gen.CollectToList(
            folders.Select((folder, index) => (folder, index)),
            each => Image($"{each.folder}{Words[(each.index + offset) % 8].Replace("\\", "", StringComparison.Ordinal)}{each.index}.{(each.index % 2 == 0 ? "png" : "jpg")}", classes))
        select new AnnotationSet(space, images.OrderBy(image => image.FileName, StringComparer.Ordinal));
}
