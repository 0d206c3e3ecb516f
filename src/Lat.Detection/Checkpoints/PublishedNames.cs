namespace Lat.Detection;

/// <summary>
/// The names of older published detectors in today's form. torchvision before 0.13 had no inner sequence in the pyramid's layers
/// (`inner_blocks.0.weight`) and in the proposal head (`rpn.head.conv.weight`); its published weights still bear those names.
/// </summary>
internal static class PublishedNames
{
    private const string ProposalConvolution = "rpn.head.conv.";

    public static string Today(string name) => name.Split('.') switch
    {
        ["backbone", "fpn", "inner_blocks" or "layer_blocks", _, "weight" or "bias"] parts => string.Join('.', [.. parts[..^1], "0", parts[^1]]),
        _ when name is ProposalConvolution + "weight" or ProposalConvolution + "bias" => $"{ProposalConvolution}0.0.{name[ProposalConvolution.Length..]}",
        _ => name,
    };
}
