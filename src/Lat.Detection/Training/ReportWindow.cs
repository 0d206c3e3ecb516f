using System.Text.Json;
using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// The steps since the last report, summed. A checkpoint keeps it, so that a resumed run reports the same means, to the bit, wherever it was
/// killed.
/// </summary>
internal sealed record ReportWindow
{
    /// <summary>Steps, skipped ones with them.</summary>
    public int Count { get; init; }

    /// <summary>Those of them that were taken; of the others the numbers may be no numbers, and are left out.</summary>
    public int Taken { get; init; }

    /// <summary>The sum of the gradients' norms.</summary>
    public double GradientNorm { get; init; }

    /// <summary>The sum of each loss, in the order in which they came.</summary>
    public EquatableArray<LossSum> Losses { get; init; } = [];

    /// <summary>Mean norm of the gradient.</summary>
    public double MeanGradientNorm() => GradientNorm / Math.Max(Taken, 1);

    /// <summary>The mean of each loss over the steps that had it.</summary>
    public EquatableArray<NamedLoss> MeanLosses() => Losses.Select(loss => new NamedLoss(loss.Name, loss.Sum / loss.Count)).ToEquatableArray();

    /// <summary>What <see cref="ToText"/> wrote.</summary>
    public static ReportWindow Parse(string text) => JsonSerializer.Deserialize<ReportWindow>(text, DetectionJson.Options) ?? new ReportWindow();

    /// <summary>JSON, in which every number reads back exactly.</summary>
    public string ToText() => JsonSerializer.Serialize(this, DetectionJson.Options);

    public ReportWindow With(TrainingStepResult step)
    {
        if (!step.WasTaken)
        {
            return this with { Count = Count + 1 };
        }

        var losses = Losses.ToList();
        foreach (var loss in step.Losses)
        {
            var at = losses.FindIndex(known => known.Name == loss.Name);
            if (at < 0)
            {
                losses.Add(new LossSum(loss.Name, loss.Value, 1));
            }
            else
            {
                losses[at] = losses[at] with { Sum = losses[at].Sum + loss.Value, Count = losses[at].Count + 1 };
            }
        }

        return new ReportWindow { Count = Count + 1, Taken = Taken + 1, GradientNorm = GradientNorm + step.GradientNorm, Losses = losses.ToEquatableArray() };
    }

    internal readonly record struct LossSum(string Name, double Sum, int Count);
}
