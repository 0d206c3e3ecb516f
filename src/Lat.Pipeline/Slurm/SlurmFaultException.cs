using Lat.Core;

namespace Lat.Pipeline;

/// <summary>A command of Slurm failed; the message repeats its words.</summary>
public sealed class SlurmFaultException : LatException
{
    public SlurmFaultException()
    {
    }

    public SlurmFaultException(string message) : base(message)
    {
    }

    public SlurmFaultException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Whether the cluster takes no more jobs of this user now, but will when some have ended.</summary>
    public bool IsLimit { get; init; }
}
