using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>What a layer of the decoder gives.</summary>
/// <param name="Queries">[N, Q, C].</param>
/// <param name="Logits">[N, Q, K] of the classes, without background.</param>
/// <param name="Boxes">[N, Q, 4], centre and sides as shares of the image.</param>
internal sealed record DecodedLayer(Tensor Queries, Tensor Logits, Tensor Boxes);
