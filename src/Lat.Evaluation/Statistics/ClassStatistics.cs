namespace Lat.Evaluation;

/// <summary>AP50 of one class over the seeds of a row.</summary>
/// <param name="ClassName">The class.</param>
/// <param name="Objects">How many there are to be found; of a class without any nothing is known.</param>
/// <param name="Value">AP50.</param>
/// <param name="Difference">How much more it is than the baseline's; null for the baseline itself, or without one.</param>
public sealed record ClassStatistics(ClassName ClassName, int Objects, Estimate Value, Estimate? Difference);
