namespace Lat.Datasets;

/// <summary>The three ways in which Streets annotates one and the same scene: a label space together with its box conventions.</summary>
public enum StreetsSpace
{
    /// <summary>8 classes as Cityscapes has them: rider and machine apart, visible extent.</summary>
    Mid,

    /// <summary>19 classes as nuImages has them: the rider inside the machine's box, full extent behind what hides it.</summary>
    Fine,

    /// <summary>3 classes as Waymo has them: one box a cyclist, parked bicycles and trams unlabelled, visible extent.</summary>
    Coarse,
}
