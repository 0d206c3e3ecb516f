namespace Lat.Datasets;

/// <summary>What the maximum of a box means in a format's files.</summary>
public enum BoxMaximum
{
    /// <summary>The first coordinate outside: a box over one pixel is one wide. Continuous coordinates are of this kind.</summary>
    Exclusive,

    /// <summary>The last pixel inside: one is added on reading and taken off on writing.</summary>
    Inclusive,
}
