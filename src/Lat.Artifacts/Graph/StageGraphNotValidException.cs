using Lat.Core;

namespace Lat.Artifacts;

/// <summary>The stages do not fit together. All faults are reported at once.</summary>
public sealed class StageGraphNotValidException : LatException
{
    public StageGraphNotValidException()
    {
    }

    public StageGraphNotValidException(string message) : base(message)
    {
    }

    public StageGraphNotValidException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal StageGraphNotValidException(string experiment, IReadOnlyList<string> faults)
        : base($"The stages of '{experiment}' do not fit together:\n  {string.Join("\n  ", faults)}") => Faults = [.. faults];

    /// <summary>One line for each fault.</summary>
    public EquatableArray<string> Faults { get; } = [];
}
