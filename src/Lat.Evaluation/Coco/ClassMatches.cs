namespace Lat.Evaluation;

/// <summary>
/// What became of every detection of one class, in the order of images and, within one, of falling scores; cut at the highest limit per
/// image.
/// </summary>
internal sealed class ClassMatches
{
    /// <summary>The detection found an object, or an ignored one.</summary>
    public const byte Matched = 1;

    /// <summary>The detection counts neither as right nor as wrong.</summary>
    public const byte Ignored = 2;

    private readonly byte[] _flags;

    /// <param name="count">Detections kept.</param>
    public ClassMatches(int count)
    {
        Scores = new double[count];
        Ranks = new int[count];
        Images = new int[count];
        _flags = new byte[CocoDefinition.AreaRangeCount * CocoDefinition.IouThresholds.Count * count];
    }

    public double[] Scores { get; }

    /// <summary>The position of each detection among those of its image, best first.</summary>
    public int[] Ranks { get; }

    /// <summary>The image of each detection.</summary>
    public int[] Images { get; }

    /// <summary>How many objects were to be found, for each area range.</summary>
    public int[] ToFind { get; } = new int[CocoDefinition.AreaRangeCount];

    /// <summary>The flags of all detections in one area range at one IoU threshold.</summary>
    public Span<byte> Flags(int area, int iou) =>
        _flags.AsSpan(((area * CocoDefinition.IouThresholds.Count) + iou) * Scores.Length, Scores.Length);
}
