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

    public static string LatModel(Seed seed) => $"lat-model/seed-{seed}";

    public static string Transfer(Method method, string source, string target, Seed seed) =>
        $"transfer/{method.ToName()}/{source}-to-{target}/seed-{seed}";

    public static string Audit(Method method, string source, string target, Seed seed) =>
        $"audit/{method.ToName()}/{source}-to-{target}/seed-{seed}";

    public static string Alignment(Method method, string source, string target, Seed seed) =>
        $"alignment/{method.ToName()}/{source}-to-{target}/seed-{seed}";

    public static string Downstream(Method method, string target, Seed seed) => $"downstream/{method.ToName()}/{target}/seed-{seed}";

    /// <param name="detector">A method, or `detector` for a dataset's own.</param>
    /// <param name="target">What it is measured on.</param>
    /// <param name="seed">The seed.</param>
    public static string Evaluate(string detector, string target, Seed seed) => $"evaluate/{detector}/{target}/seed-{seed}";
}
