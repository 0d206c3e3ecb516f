using Lat.Core;

namespace Lat.Datasets;

/// <summary>Streets, the built-in generator, among the formats.</summary>
public static class StreetsFormat
{
    internal const string Name = "streets";

    internal static EquatableArray<string> Looks { get; } = Enum.GetNames<StreetsLookName>().Select(name => name.ToLowerInvariant()).ToEquatableArray();

    public static DatasetFormat Format { get; } = new()
    {
        Name = Name,
        Title = "Streets",
        Reader = new StreetsReader(),
        Documentation = new()
        {
            Layout = "none: in place of a folder, what to generate, SPACE[:IMAGES[:SEED]] with the space mid, fine or coarse (mid:16)",
            ImageSource = "drawn when opened, 256x192",
            Maximum = BoxMaximum.Exclusive,
            Extent = BoxExtent.Rendered,
            BoxRules = "mid: visible extent, rider and machine apart; fine: full extent, the rider in the machine's box; coarse: visible extent, one box a cyclist.",
            CrowdRule = "none",
            IgnoreRule = "none",
            Splits = ["train", "validation"],
            Variants = Looks,
            Download = "nothing: it is built in",
            Licence = "as Lat itself",
        },
    };
}
