namespace Lat.Detection;

/// <summary>
/// Matches the labels of every image with its queries, one to one, so that class, place and overlap together cost least (Carion et al., 2020, section 3.1;
/// the class by focal cost, as in Deformable DETR's program). A label's confidence has no say here: it is there, or it is no label.
/// </summary>
internal sealed class SetMatcher(DeformableDetrOptions options)
{
    /// <summary>The matching's own, whatever the loss has.</summary>
    private const double Alpha = 0.25, Tiny = 1e-8;

    /// <summary>Stands for a cost that is not a number: the step will be skipped, but must come to its end.</summary>
    private const double Worst = 1e9;

    /// <param name="logits">[N * Q * K].</param>
    /// <param name="boxes">[N * Q * 4], centre and sides as shares of the image.</param>
    /// <param name="targets">Of each image.</param>
    /// <param name="asObjects">Whether every label is of the first class.</param>
    public SetMatches Match(ReadOnlySpan<float> logits, ReadOnlySpan<float> boxes, IReadOnlyList<SetTargets> targets, bool asObjects)
    {
        var queries = boxes.Length / 4 / targets.Count;
        var classes = logits.Length / queries / targets.Count;
        var (rows, columns, wanted, confidences, ignored) = (new List<long>(), new List<int>(), new List<float>(), new List<float>(), new List<int>());
        for (var image = 0; image < targets.Count; image++)
        {
            var target = targets[image];
            var first = image * queries;
            var found = boxes.Slice(first * 4, queries * 4);
            var costs = Costs(logits.Slice(first * classes, queries * classes), classes, found, target, asObjects);
            var queryOf = HungarianAssignment.Solve(costs, target.Count, queries);
            var isTaken = new bool[queries];
            for (var label = 0; label < target.Count; label++)
            {
                // More labels than queries: the dearest go without.
                if (queryOf[label] >= 0)
                {
                    isTaken[queryOf[label]] = true;
                    rows.Add(first + queryOf[label]);
                    columns.Add(asObjects ? 0 : target.Columns[label]);
                    wanted.AddRange(target.Boxes.AsSpan(label * 4, 4));
                    confidences.Add(target.Confidences[label]);
                }
            }

            for (var query = 0; query < queries; query++)
            {
                if (!isTaken[query] && target.IsIgnored(found.Slice(query * 4, 4), options.IgnoreOverlap))
                {
                    ignored.Add(first + query);
                }
            }
        }

        return new SetMatches([.. rows], [.. columns], [.. wanted], [.. confidences], [.. ignored]);
    }

    /// <summary>[G * Q].</summary>
    private double[] Costs(ReadOnlySpan<float> logits, int classes, ReadOnlySpan<float> boxes, SetTargets target, bool asObjects)
    {
        var queries = boxes.Length / 4;
        var costs = new double[target.Count * queries];
        for (var at = 0; at < costs.Length; at++)
        {
            var (label, query) = Math.DivRem(at, queries);
            var box = boxes.Slice(query * 4, 4);
            var wanted = target.Boxes.AsSpan(label * 4, 4);
            var cost = (options.MatchingCosts.Class * ClassCost(logits[(query * classes) + (asObjects ? 0 : target.Columns[label])]))
                + (options.MatchingCosts.Box * Difference(box, wanted))
                - (options.MatchingCosts.GeneralizedIou * GeneralizedIou.Of(box, wanted));
            costs[at] = double.IsFinite(cost) ? cost : Worst;
        }

        return costs;
    }

    /// <summary>What the focal loss of the class would change, were the query its object and not background.</summary>
    private static double ClassCost(float logit)
    {
        var probability = 1 / (1 + Math.Exp(-logit));
        var asObject = Alpha * (1 - probability) * (1 - probability) * -Math.Log(probability + Tiny);
        var asBackground = (1 - Alpha) * probability * probability * -Math.Log(1 - probability + Tiny);
        return asObject - asBackground;
    }

    private static double Difference(ReadOnlySpan<float> box, ReadOnlySpan<float> wanted)
    {
        var sum = 0.0;
        for (var number = 0; number < 4; number++)
        {
            sum += Math.Abs((double)box[number] - wanted[number]);
        }

        return sum;
    }
}
