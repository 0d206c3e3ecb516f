using Lat.Core;

namespace Lat.Pipeline;

/// <summary>The names of the stages of an experiment, as people see them in plans, explanations and reports.</summary>
public static class StageNames
{
    public static string Import(string dataset, bool validation) => $"import/{dataset}/{(validation ? "validation" : "train")}";

    public static string Detector(string dataset, Seed seed) => $"detector/{dataset}/seed-{seed}";

    public static string PseudoLabels(string space, string dataset, Seed seed) => $"pseudo-labels/{space}-on-{dataset}/seed-{seed}";

    /// <summary>Predictions before their scores are scaled by a temperature.</summary>
    public static string UncalibratedPseudoLabels(string space, string dataset, Seed seed) => $"uncalibrated-pseudo-labels/{space}-on-{dataset}/seed-{seed}";

    /// <summary>A detector that never saw one fold of its dataset.</summary>
    public static string FoldDetector(string dataset, int fold, int folds, Seed seed) => $"fold-detector/{dataset}/{fold + 1}-of-{folds}/seed-{seed}";

    public static string Extractor(Seed seed) => $"extractor/seed-{seed}";

    public static string Features(string dataset, Seed seed) => $"features/{dataset}/seed-{seed}";

    public static string MirroredFeatures(string dataset, Seed seed) => $"mirrored-features/{dataset}/seed-{seed}";

    public static string LatModel(Seed seed) => $"lat-model/seed-{seed}";

    /// <param name="row">The row whose model it is; null for the experiment's own.</param>
    /// <param name="seed">The seed.</param>
    public static string LatModel(string? row, Seed seed) => row is null ? LatModel(seed) : $"lat-model/{row}/seed-{seed}";

    /// <summary>A source and a target, as stages and files name the two.</summary>
    public static string Pair(string source, string target) => $"{source}-to-{target}";

    public static string Transfer(string row, string source, string target, Seed seed) => $"transfer/{row}/{Pair(source, target)}/seed-{seed}";

    /// <summary>Transferred labels with people's corrections over them.</summary>
    public static string Corrected(string row, string source, string target, Seed seed) => $"corrected/{row}/{Pair(source, target)}/seed-{seed}";

    public static string Audit(string row, string source, string target, Seed seed) => $"audit/{row}/{Pair(source, target)}/seed-{seed}";

    public static string Alignment(string row, string source, string target, Seed seed) => $"alignment/{row}/{Pair(source, target)}/seed-{seed}";

    public static string Downstream(string row, string target, Seed seed) => $"downstream/{row}/{target}/seed-{seed}";

    /// <summary>What all seeds of a row say together.</summary>
    public static string Statistics(string row, string target) => $"statistics/{row}/{target}";

    /// <param name="detector">A row, or `detector` for a dataset's own.</param>
    /// <param name="target">What it is measured on.</param>
    /// <param name="seed">The seed.</param>
    public static string Evaluate(string detector, string target, Seed seed) => $"evaluate/{detector}/{target}/seed-{seed}";
}
