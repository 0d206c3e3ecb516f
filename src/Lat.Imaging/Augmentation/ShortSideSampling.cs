namespace Lat.Imaging;

/// <summary>How the short side that an image is resized to is drawn.</summary>
public enum ShortSideSampling
{
    /// <summary>One of the listed sides, each as likely as another.</summary>
    Choice,

    /// <summary>Any whole number from the first listed side to the second.</summary>
    Range,
}
