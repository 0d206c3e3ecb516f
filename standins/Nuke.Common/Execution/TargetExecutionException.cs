namespace Nuke.Common.Execution;

/// <summary>A target failed and has said so: whoever catches this has nothing left to print.</summary>
internal sealed class TargetExecutionException(string targetName, Exception inner) : Exception($"Target '{targetName}' has thrown an exception.", inner);
