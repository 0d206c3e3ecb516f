namespace Lat.Datasets;

/// <summary>
/// How the objects of a scene are numbered: a thing that stands for itself has an even id, and the rider of a machine the machine's id
/// plus one, so that the boxes of spaces that part them and of spaces that join them can be brought together.
/// </summary>
public static class StreetObjectId
{
    /// <summary>The id of the n-th object (or machine with its rider), from 0.</summary>
    public static int OfObject(int ordinal) => ordinal * 2;

    /// <summary>The id of the rider of a machine.</summary>
    public static int OfRiderOn(int machineId) => machineId + 1;

    /// <summary>One number for a machine and its rider together.</summary>
    public static int GroupOf(int objectId) => objectId / 2;
}
