using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>The files that an import makes.</summary>
public static class DatasetFiles
{
    /// <summary>The pixels.</summary>
    public const string Images = "images.pack";

    /// <summary>The dataset's own annotations.</summary>
    public const string Annotations = "annotations.bin";

    /// <summary>The names of the images in their order, one a line: exactly which images a score stands on.</summary>
    public const string ImageList = "images.txt";

    /// <summary>What a dataset from disk holds, its conventions, its licence, and what is there twice or broken.</summary>
    public const string Card = "card.json";

    /// <summary>The true annotations of the same images in a space; for measurements only, never given to training but the oracle's.</summary>
    public static string Truth(StreetsSpace space) => FormattableString.Invariant($"truth-{space.ToString().ToLowerInvariant()}.bin");
}
