namespace Lat.Datasets;

/// <summary>An annotation of a COCO file as the file has it: its ids mean something only once all lists are read.</summary>
internal struct CocoAnnotationRow
{
    /// <summary>The position in `annotations`, from 0.</summary>
    public long Index;

    /// <summary>`id`; null where there is none.</summary>
    public long? Id;

    /// <summary>`image_id`.</summary>
    public long ImageId;

    /// <summary>`category_id`.</summary>
    public long CategoryId;

    /// <summary>`bbox`: x, y, width, height in pixels, finite.</summary>
    public double X, Y, Width, Height;

    /// <summary>`area` in square pixels, at least 0; NaN where there is none.</summary>
    public double Area;

    /// <summary>`iscrowd`.</summary>
    public bool IsCrowd;

    /// <summary>`ignore`.</summary>
    public bool IsIgnored;

    /// <summary>What only Lat's own files have; null in all others.</summary>
    public CocoProvenance? Provenance;
}
