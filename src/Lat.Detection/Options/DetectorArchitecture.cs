namespace Lat.Detection;

/// <summary>A kind of detector.</summary>
public enum DetectorArchitecture
{
    /// <summary>Faster R-CNN with a feature pyramid: <see cref="FasterRcnn"/>.</summary>
    FasterRcnn,

    /// <summary>Deformable DETR: <see cref="Detection.DeformableDetr"/>.</summary>
    DeformableDetr,
}
