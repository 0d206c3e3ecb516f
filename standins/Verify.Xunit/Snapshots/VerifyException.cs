namespace VerifyTests;

/// <summary>A snapshot is new, or differs; internal in the package, too.</summary>
internal sealed class VerifyException(string message) : Exception(message);
