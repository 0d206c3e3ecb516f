using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>The queries as the decoder gets them.</summary>
/// <param name="Contents">[N, Q, C].</param>
/// <param name="Positions">[N, Q, C], added wherever a query looks.</param>
/// <param name="References">[N, Q, 2] points or [N, Q, 4] boxes, shares of the image.</param>
/// <param name="Proposals">What the queries were chosen from, logits [N, S, K] and boxes [N, S, 4]; null where they are learned.</param>
internal sealed record QueryStart(Tensor Contents, Tensor Positions, Tensor References, (Tensor Logits, Tensor Boxes)? Proposals)
{
    /// <summary>The same, kept beyond a scope.</summary>
    public QueryStart MoveFrom(DisposeScope scope)
    {
        scope.MoveToOuter(Contents, Positions, References);
        if (Proposals is { } proposals)
        {
            scope.MoveToOuter(proposals.Logits, proposals.Boxes);
        }

        return this;
    }
}
