namespace Lat.Detection;

/// <summary>How the learning rate falls after warm-up.</summary>
public enum ScheduleKind
{
    /// <summary>It does not.</summary>
    Constant,

    /// <summary>By a factor at given iterations.</summary>
    Step,

    /// <summary>Along half a cosine, to zero at the last iteration.</summary>
    Cosine,
}
