namespace Lat.Reports;

/// <summary>One row of the table: what it is, what it trained on, what it cost.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="Method">Its method; the same as the name where nothing is changed in it.</param>
/// <param name="Iterations">How long its downstream detector trained.</param>
/// <param name="TrainsOn">The data that the downstream detector saw, in words.</param>
/// <param name="Cost">Of all that the row needs, shared or not.</param>
/// <param name="OwnCost">Of what no other row needs: what adding the row cost.</param>
public sealed record RowSummary(string Name, string Method, int Iterations, string TrainsOn, RunCost Cost, RunCost OwnCost);
