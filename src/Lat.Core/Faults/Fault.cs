namespace Lat.Core;

/// <summary>One thing that is wrong in a file. All faults of a file are reported together.</summary>
/// <param name="Message">What is wrong with which value, and what would be right.</param>
/// <param name="Position">Where; null for the file as a whole.</param>
public sealed record Fault(string Message, FilePosition? Position = null);
