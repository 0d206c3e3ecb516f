namespace Lat.Core;

/// <summary>The predictions on one image, best score first.</summary>
public sealed record ImageDetections(string FileName, ImageSize Size, EquatableArray<Detection> Detections);
