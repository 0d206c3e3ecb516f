namespace Lat.Datasets;

/// <summary>How the pixels come along when a dataset is written.</summary>
public enum ImageTransfer
{
    /// <summary>Every image is copied, byte by byte.</summary>
    Copy,

    /// <summary>A symbolic link to the image's file; images inside archives are copied.</summary>
    Link,

    /// <summary>Labels only.</summary>
    None,
}
