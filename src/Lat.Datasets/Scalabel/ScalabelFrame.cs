namespace Lat.Datasets;

/// <summary>One frame of a Scalabel file, as the file has it; filled anew for every frame.</summary>
internal sealed class ScalabelFrame
{
    /// <summary>The position in the list of frames, from 0.</summary>
    public long Index { get; set; }

    /// <summary>`name`: the file name of the image; null where it is missing (older per-image files name it once, outside).</summary>
    public string? Name { get; set; }

    /// <summary>`videoName`.</summary>
    public string? VideoName { get; set; }

    /// <summary>`frameIndex`, or `timestamp` in older files.</summary>
    public long? Order { get; set; }

    /// <summary>`size.width` and `size.height` in pixels, where the frame gives them.</summary>
    public (double Width, double Height)? Size { get; set; }

    /// <summary>Whether the frame has a list of labels at all; unlabelled frames leave it out or make it null.</summary>
    public bool HasLabels { get; set; }

    /// <summary>`labels` (`objects` in older per-image files).</summary>
    public List<ScalabelLabel> Labels { get; } = [];

    public void Clear()
    {
        (Name, VideoName, Order, Size, HasLabels) = (null, null, null, null, false);
        Labels.Clear();
    }
}
