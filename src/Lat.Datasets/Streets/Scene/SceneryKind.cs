namespace Lat.Datasets;

/// <summary>What a piece of scenery is. Scenery is drawn and hides objects, and is labelled in no space.</summary>
public enum SceneryKind
{
    /// <summary>A house with windows.</summary>
    Building,

    /// <summary>A tree with a trunk.</summary>
    Tree,

    /// <summary>A bush or hedge.</summary>
    Bush,

    /// <summary>A street lamp.</summary>
    Lamp,

    /// <summary>A traffic light on its pole.</summary>
    TrafficLight,

    /// <summary>A bollard.</summary>
    Bollard,

    /// <summary>An advertising pillar.</summary>
    Pillar,
}
