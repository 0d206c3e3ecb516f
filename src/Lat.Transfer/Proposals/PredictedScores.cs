namespace Lat.Transfer;

/// <summary>The classes and scores of a detector's predictions on some images.</summary>
/// <param name="ImageCount">How many images it saw.</param>
/// <param name="Scores">The class and the score of every prediction, in [0, 1], in any order; gone through more than once, so they may lie on the disk.</param>
public sealed record PredictedScores(int ImageCount, IEnumerable<(int ClassIndex, double Score)> Scores);
