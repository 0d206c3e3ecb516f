namespace Lat.Artifacts;

/// <summary>Stored inputs of a stage turned out damaged when it was about to read them: the nodes that make them have to run again.</summary>
internal sealed class DamagedInputException(IReadOnlyList<string> nodes, DamagedBlobException cause) : Exception(cause.Message, cause)
{
    public IReadOnlyList<string> Nodes { get; } = nodes;

    public DamagedBlobException Cause { get; } = cause;
}
