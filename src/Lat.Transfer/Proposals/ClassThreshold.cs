using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Transfer;

/// <summary>The least score of one class of one label space.</summary>
public sealed record ClassThreshold
{
    /// <summary>The dataset whose label space has the class.</summary>
    public required DatasetName Dataset { get; init; }

    /// <summary>The class, as that dataset names it.</summary>
    public required ClassName Class { get; init; }

    /// <summary>The least score, in [0, 1].</summary>
    [Range(0.0, 1.0)]
    public required double Score { get; init; }

    /// <summary>The thresholds of one space: a common one, but where a class has its own.</summary>
    /// <param name="thresholds">Those of every space.</param>
    /// <param name="dataset">The dataset whose space it is.</param>
    /// <param name="space">The space.</param>
    /// <param name="common">The threshold of the other classes.</param>
    /// <exception cref="LatException">A threshold names a class that its space lacks, or names one twice.</exception>
    public static double[] Of(IEnumerable<ClassThreshold> thresholds, DatasetName dataset, LabelSpace space, double common)
    {
        var scores = Enumerable.Repeat(common, space.Count).ToArray();
        var given = thresholds.Where(threshold => threshold.Dataset == dataset).ToList();
        var unknown = given.Where(threshold => space.IndexOf(threshold.Class) is null).Select(threshold => $"'{threshold.Class}'").ToList();
        var twice = given.GroupBy(threshold => threshold.Class).Where(group => group.Count() > 1).Select(group => $"'{group.Key}'").ToList();
        if (unknown.Count > 0 || twice.Count > 0)
        {
            throw new LatException(
                $"Class thresholds of '{dataset}' {(unknown.Count > 0 ? $"name {string.Join(", ", unknown)}, which its label space lacks" : "")}"
                + $"{(unknown.Count > 0 && twice.Count > 0 ? "; they " : "")}{(twice.Count > 0 ? $"name {string.Join(", ", twice)} twice" : "")}."
                + $" It has: {space}. Mend 'classThresholds' in the experiment.");
        }

        foreach (var threshold in given)
        {
            scores[space.IndexOf(threshold.Class)!.Value] = threshold.Score;
        }

        return scores;
    }
}
