using Lat.Core;

namespace Lat.Pipeline;

/// <summary>One dataset of an experiment: where its images and labels come from, and what is particular to its detector.</summary>
[Variant("streets", typeof(StreetsDatasetOptions))]
[Variant("acdc", typeof(AcdcDatasetOptions))]
[Variant("bdd100k", typeof(Bdd100kDatasetOptions))]
[Variant("cityscapes", typeof(CityscapesDatasetOptions))]
[Variant("coco", typeof(CocoDatasetOptions))]
[Variant("nuimages", typeof(NuImagesDatasetOptions))]
[Variant("voc", typeof(PascalVocDatasetOptions))]
[Variant("shift", typeof(ShiftDatasetOptions))]
[Variant("synscapes", typeof(SynscapesDatasetOptions))]
[Variant("waymo", typeof(WaymoDatasetOptions))]
[Variant("yolo", typeof(YoloDatasetOptions))]
public abstract record DatasetOptions
{
    /// <summary>
    /// The detector of this dataset. In the file it need only name the fields that differ from the experiment's `detector`.
    /// Default null: the experiment's.
    /// </summary>
    public DetectorSpec? Detector { get; init; }
}
