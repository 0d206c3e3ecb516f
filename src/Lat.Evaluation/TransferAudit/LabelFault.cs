namespace Lat.Evaluation;

/// <summary>What is wrong with a transferred label; the first that fits.</summary>
public enum LabelFault
{
    /// <summary>It lies on a true object of its class (IoU at least the threshold) that a surer label has already found.</summary>
    Duplicate,

    /// <summary>It lies on a true object (IoU at least the threshold), of another class.</summary>
    WrongClass,

    /// <summary>It overlaps a true object of its class, but too little: IoU from 0.1 to the threshold.</summary>
    BadBox,

    /// <summary>It lies on nothing that it could mean.</summary>
    Spurious,
}
