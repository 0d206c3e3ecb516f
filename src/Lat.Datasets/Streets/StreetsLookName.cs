namespace Lat.Datasets;

/// <summary>The built-in looks, each named for the space that it goes with unless said otherwise.</summary>
public enum StreetsLookName
{
    /// <summary>A low camera, cool colours, strong contrast, mostly clear days.</summary>
    Mid,

    /// <summary>A wide camera, warm colours, more noise, rain and dusk, and more of everything.</summary>
    Fine,

    /// <summary>A high camera on the roof, pale and soft, much traffic.</summary>
    Coarse,
}
