namespace Lat.Reports;

/// <summary>How the pipeline came by a stage's outputs.</summary>
public enum StageOutcome
{
    /// <summary>It ran the stage.</summary>
    Ran,

    /// <summary>It found them in the store.</summary>
    Reused,
}
