using Lat.Core;

namespace Lat.Datasets;

/// <summary>Collects what is wrong with a COCO file, to report all of it together.</summary>
internal sealed class CocoFaults(string path)
{
    private const int MaxShown = 30;
    private readonly List<string> _faults = [];

    public void Add(string place, string message) => _faults.Add($"{place}: {message}");

    /// <exception cref="LatException">There is at least one fault.</exception>
    public void ThrowIfAny()
    {
        if (_faults.Count == 0)
        {
            return;
        }

        var more = _faults.Count > MaxShown ? FormattableString.Invariant($"\n  and {_faults.Count - MaxShown} more") : "";
        throw new LatException(FormattableString.Invariant(
            $"'{path}' is not a sound COCO file; {_faults.Count} fault(s):\n  {string.Join("\n  ", _faults.Take(MaxShown))}{more}"));
    }
}
