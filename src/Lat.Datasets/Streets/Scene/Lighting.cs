namespace Lat.Datasets;

/// <summary>The light of a scene.</summary>
public enum Lighting
{
    /// <summary>Daylight.</summary>
    Day,

    /// <summary>Dusk: dark and warm, lamps and windows lit.</summary>
    Dusk,
}
