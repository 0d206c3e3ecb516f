namespace Lat.Core;

/// <summary>
/// A failure that the user can repair: a bad file, a missing package, a full disk. The entry point prints its message without a stack
/// and exits with 1; any other exception is our bug and prints its stack.
/// </summary>
public class LatException : Exception
{
    public LatException()
    {
    }

    /// <param name="message">What happened, where, the value, and what to do next.</param>
    public LatException(string message) : base(message)
    {
    }

    public LatException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
