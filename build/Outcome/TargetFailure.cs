/// <summary>A failure whose message says it all: Nuke prints an exception by ToString, and a stack would help nobody here.</summary>
internal sealed class TargetFailure(string message) : Exception(message)
{
    public override string ToString() => Message;
}
