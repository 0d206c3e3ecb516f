using Lat.Core;

namespace Lat.Datasets;

/// <summary>What Lat wrote beside the labels of one image: what YOLO's lines cannot hold.</summary>
internal sealed record YoloImageRecord(string Name, ImageSize Size, IReadOnlyList<YoloLabelRecord> Labels);
