namespace Lat.Detection;

/// <summary>Which part of a detector is filled from a checkpoint.</summary>
public enum WeightsPart
{
    /// <summary>
    /// The network below the pyramid. The checkpoint is a classifier (`conv1.weight`, …; its `fc` is left aside) or a whole detector, of which
    /// only `backbone.body` is taken.
    /// </summary>
    Backbone,

    /// <summary>Everything: the checkpoint is a whole detector.</summary>
    Detector,
}
