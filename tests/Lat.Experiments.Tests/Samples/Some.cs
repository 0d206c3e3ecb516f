namespace Lat.Experiments.Tests;

/// <summary>Arrangements that many facts share.</summary>
internal static class Some
{
    public const string File = "test.yaml";

    public const string Minimal = "version: 1\nname: mid\ntraining: {}\n";

    public static SampleExperiment Bound(string yaml, params string[] overrides) =>
        ExperimentBinder.Bind<SampleExperiment>(ExperimentDocument.Parse(yaml, File, overrides));

    /// <summary>The whole message of the exception that binding a text throws.</summary>
    public static string Refusal(string yaml, params string[] overrides) =>
        Assert.Throws<ExperimentNotValidException>(() => Bound(yaml, overrides)).Message;

    /// <summary>The whole message for faults that are given line by line.</summary>
    public static string Message(params string[] faults) =>
        $"Experiment is not valid: {File}\n{string.Concat(faults.Select(fault => $"  {fault}\n"))}{faults.Length} fault{(faults.Length == 1 ? "" : "s")}. Nothing was run.";
}
