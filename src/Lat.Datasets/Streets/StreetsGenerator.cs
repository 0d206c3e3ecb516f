using Lat.Core;

namespace Lat.Datasets;

/// <summary>Generates a Streets dataset: image i is a function of the options and of i, and of nothing else.</summary>
public static class StreetsGenerator
{
    /// <summary>Raised whenever the same options would give other images or labels than before; part of the key of what is generated.</summary>
    public const int Version = 1;

    /// <summary>The images in order, each made when it is asked for.</summary>
    /// <exception cref="LatException">An option is out of its range.</exception>
    public static IEnumerable<StreetsExample> Generate(StreetsOptions options)
    {
        options.Validate();
        return Enumerable.Range(0, options.Images).Select(index => GenerateOne(options, index));
    }

    /// <summary>One image of the dataset. Safe to call from many threads at once.</summary>
    /// <param name="options">The dataset.</param>
    /// <param name="index">Which image, from 0; it need not be below the options' count.</param>
    /// <exception cref="LatException">An option is out of its range.</exception>
    public static StreetsExample GenerateOne(StreetsOptions options, int index)
    {
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var rendered = SceneRenderer.Render(ComposeScene(options, index));
        var truth = new StreetsTruth(
            StreetsAnnotator.Annotate(rendered, StreetsSpace.Mid),
            StreetsAnnotator.Annotate(rendered, StreetsSpace.Fine),
            StreetsAnnotator.Annotate(rendered, StreetsSpace.Coarse));
        return new StreetsExample(FileNameOf(options, index), rendered.Image, truth[options.Space], truth);
    }

    /// <summary>The scene of one image, before it is drawn.</summary>
    public static StreetScene ComposeScene(StreetsOptions options, int index)
    {
        var seed = options.Seed
            .Derive("streets")
            .Derive(NameOf(options.LookInForce))
            .Derive(NameOf(options.Split))
            .Derive(index);
        return SceneComposer.Compose(seed, StreetsLooks.Of(options.LookInForce), options.Size, options.MinObjects, options.MaxObjects);
    }

    private static string FileNameOf(StreetsOptions options, int index) =>
        FormattableString.Invariant($"{NameOf(options.LookInForce)}-{NameOf(options.Split)}-{index:D6}.png");

    private static string NameOf<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
