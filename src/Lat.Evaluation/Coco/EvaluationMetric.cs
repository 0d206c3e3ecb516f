namespace Lat.Evaluation;

/// <summary>The 12 numbers that COCO reports, in the official order.</summary>
public enum EvaluationMetric
{
    /// <summary>Average precision, the mean over IoU .50:.05:.95; COCO's primary metric.</summary>
    Ap,

    /// <summary>Average precision at IoU .50; the paper's tables 1 to 5.</summary>
    Ap50,

    /// <summary>Average precision at IoU .75.</summary>
    Ap75,

    /// <summary>AP of objects up to 32² pixels.</summary>
    ApSmall,

    /// <summary>AP of objects of 32² to 96² pixels.</summary>
    ApMedium,

    /// <summary>AP of objects from 96² pixels.</summary>
    ApLarge,

    /// <summary>Average recall with 1 detection per image and class.</summary>
    Ar1,

    /// <summary>Average recall with 10 detections per image and class.</summary>
    Ar10,

    /// <summary>Average recall with 100 detections per image and class.</summary>
    Ar100,

    /// <summary>AR of objects up to 32² pixels.</summary>
    ArSmall,

    /// <summary>AR of objects of 32² to 96² pixels.</summary>
    ArMedium,

    /// <summary>AR of objects from 96² pixels.</summary>
    ArLarge,
}
