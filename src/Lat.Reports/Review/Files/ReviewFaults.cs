namespace Lat.Reports;

/// <summary>Collects what is wrong with a file that came back, to be said all at once.</summary>
internal sealed class ReviewFaults(string path)
{
    private const int Listed = 20;
    private readonly List<string> _faults = [];

    public bool Any => _faults.Count > 0;

    /// <param name="place">Where in the file (`line 7`, `task 3`); empty for the file as a whole.</param>
    /// <param name="what">What is wrong, with the value and what would be right.</param>
    public void Add(string place, string what) => _faults.Add(place.Length == 0 ? what : $"{place}: {what}");

    /// <exception cref="LatException">There was a fault.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            var rest = _faults.Count > Listed ? FormattableString.Invariant($"\n  and {_faults.Count - Listed} more") : "";
            throw new LatException(FormattableString.Invariant(
                $"'{path}' has {_faults.Count} fault(s), and nothing of it was taken:\n  {string.Join("\n  ", _faults.Take(Listed))}{rest}"));
        }
    }

    /// <summary>The content of the file.</summary>
    /// <exception cref="LatException">It cannot be read.</exception>
    public static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LatException($"Cannot read '{path}': {fault.Message} Give the file that the labelling tool exported.", fault);
        }
    }
}
