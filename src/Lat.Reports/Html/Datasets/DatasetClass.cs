namespace Lat.Reports;

/// <summary>One class of a dataset.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="TrainBoxes">Its boxes in the training set, without crowds.</param>
/// <param name="ValidationBoxes">Its boxes in the validation set, without crowds.</param>
/// <param name="MedianWidth">Of its training boxes, in pixels; NaN without any.</param>
/// <param name="MedianHeight">Of its training boxes, in pixels; NaN without any.</param>
public sealed record DatasetClass(ClassName ClassName, int TrainBoxes, int ValidationBoxes, double MedianWidth, double MedianHeight);
