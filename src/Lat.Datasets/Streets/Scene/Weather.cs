namespace Lat.Datasets;

/// <summary>The weather of a scene.</summary>
public enum Weather
{
    /// <summary>Clear or lightly clouded, with shadows.</summary>
    Clear,

    /// <summary>Rain: streaks, a wet road, little contrast.</summary>
    Rain,

    /// <summary>Fog: what is far fades.</summary>
    Fog,
}
