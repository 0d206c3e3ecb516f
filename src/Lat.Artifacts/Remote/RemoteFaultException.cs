namespace Lat.Artifacts;

/// <summary>The remote answered, and what it answered is not what was stored there.</summary>
internal sealed class RemoteFaultException(string message) : Exception(message);
