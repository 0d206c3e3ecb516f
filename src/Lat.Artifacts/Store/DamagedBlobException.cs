using Lat.Core;

namespace Lat.Artifacts;

/// <summary>A stored file is not what its name says. It was moved aside; running the stage that makes it heals the store.</summary>
public sealed class DamagedBlobException : LatException
{
    public DamagedBlobException()
    {
    }

    public DamagedBlobException(string message) : base(message)
    {
    }

    public DamagedBlobException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal DamagedBlobException(StageOutput output, string path, string damage)
        : base($"{Told(output, damage, path)} It was moved aside; run again, and the stage that makes it runs again.") =>
        (Output, Finding) = (output, Told(output, damage, path));

    /// <summary>What was asked for; null where the exception was made without it.</summary>
    public StageOutput? Output { get; }

    /// <summary>What was found, without what to do about it.</summary>
    public string Finding { get; } = "A stored output is damaged.";

    private static string Told(StageOutput output, string damage, string path) => $"The stored output '{output.Name}' is damaged: {damage}. File: {path}.";
}
