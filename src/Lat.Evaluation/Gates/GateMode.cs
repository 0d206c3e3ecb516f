namespace Lat.Evaluation;

/// <summary>Which drops below the baseline a gate minds.</summary>
public enum GateMode
{
    /// <summary>Those that are more than chance: the interval of the drop excludes 0.</summary>
    Significant,

    /// <summary>Any.</summary>
    Any,
}
