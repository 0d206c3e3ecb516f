namespace Lat.Datasets;

/// <summary>What becomes of a label whose class the format does not document.</summary>
public enum UnknownClassPolicy
{
    /// <summary>A fault: the dataset is not imported.</summary>
    Refuse,

    /// <summary>The label is left out and counted.</summary>
    Skip,
}
