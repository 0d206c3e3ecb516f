using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>The losses of one step, in a fixed order.</summary>
public sealed record LossTerms(IReadOnlyList<LossTerm> Terms)
{
    /// <summary>Their sum, a scalar with its graph.</summary>
    public Tensor Total()
    {
        var total = Terms[0].Value;
        foreach (var term in Terms.Skip(1))
        {
            total = total.add(term.Value);
        }

        return total;
    }
}
