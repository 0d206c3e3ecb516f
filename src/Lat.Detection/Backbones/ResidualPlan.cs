using Lat.Core;

namespace Lat.Detection;

/// <summary>Widths and depths of a residual network.</summary>
/// <param name="StemChannels">Channels of the first convolution.</param>
/// <param name="HasSmallStem">Two 3x3 convolutions of stride 2 instead of a 7x7 and a pooling.</param>
/// <param name="HasBottlenecks">Bottleneck blocks instead of basic ones.</param>
/// <param name="Widths">Channels inside the blocks of each stage.</param>
/// <param name="Depths">Blocks of each stage.</param>
internal sealed record ResidualPlan(
    int StemChannels, bool HasSmallStem, bool HasBottlenecks, EquatableArray<int> Widths, EquatableArray<int> Depths)
{
    /// <summary>Channels that each stage gives.</summary>
    public EquatableArray<int> OutputChannels { get; } = HasBottlenecks ? Widths.Select(width => width * Bottleneck.Expansion).ToEquatableArray() : Widths;

    public static ResidualPlan Of(DetectorOptions options) => options.Backbone switch
    {
        BackboneKind.Small => new(options.StemChannels, true, false, options.StageChannels, options.StageBlocks),
        BackboneKind.ResNet18 => new(64, false, false, [64, 128, 256, 512], [2, 2, 2, 2]),
        BackboneKind.ResNet34 => new(64, false, false, [64, 128, 256, 512], [3, 4, 6, 3]),
        BackboneKind.ResNet50 => new(64, false, true, [64, 128, 256, 512], [3, 4, 6, 3]),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Backbone, "Not a backbone."),
    };
}
