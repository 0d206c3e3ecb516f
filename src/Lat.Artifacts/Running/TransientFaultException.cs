using Lat.Core;

namespace Lat.Artifacts;

/// <summary>A stage failed for a reason that may pass by itself: a disk that did not answer, a worker that was killed.</summary>
public sealed class TransientFaultException : LatException
{
    public TransientFaultException()
    {
    }

    public TransientFaultException(string message) : base(message)
    {
    }

    public TransientFaultException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
