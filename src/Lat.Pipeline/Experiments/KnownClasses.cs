using Lat.Core;
using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>The classes that a dataset is known to have before it is read.</summary>
internal static class KnownClasses
{
    /// <returns>Null where each dataset of the kind names its own (COCO, VOC, YOLO).</returns>
    public static LabelSpace? Of(DatasetOptions dataset) => dataset switch
    {
        StreetsDatasetOptions streets => StreetsLabelSpaces.Of(streets.Space),
        FolderDatasetOptions folder => folder.ToFormat().Documentation.Classes,
        _ => null,
    };
}
