namespace Lat.Reports;

/// <summary>How a label stands to the labels that it is compared with: to the truth where that is known, else method to method.</summary>
public enum BoxAgreement
{
    /// <summary>It is compared with nothing.</summary>
    NotCompared,

    /// <summary>The other set has a box of its class with IoU of at least 0.5.</summary>
    Agrees,

    /// <summary>The other set has a box there, of another class.</summary>
    OtherClass,

    /// <summary>The other set has no box there.</summary>
    Unmatched,
}
