namespace Lat.Evaluation;

/// <summary>Collects what is wrong with a file, to report all of it together.</summary>
internal sealed class EvaluationFileFaults(string path)
{
    private const int MaxShown = 30;
    private readonly List<string> _shown = [];
    private int _count;

    public string Path => path;

    public int Count => _count;

    /// <param name="list">The list that the faulty record stands in; empty for the file as a whole.</param>
    /// <param name="index">Its position there, from 0.</param>
    /// <param name="message">What is wrong with which value, and what would be right.</param>
    public void Add(string list, int index, string message)
    {
        if (_count++ < MaxShown)
        {
            _shown.Add(list.Length == 0 ? $"the file: {message}" : FormattableString.Invariant($"{list}[{index}]: {message}"));
        }
    }

    /// <exception cref="LatException">There is at least one fault.</exception>
    public void ThrowIfAny()
    {
        if (_count > 0)
        {
            var more = _count > MaxShown ? FormattableString.Invariant($"\n  and {_count - MaxShown} more") : "";
            throw new LatException(FormattableString.Invariant(
                $"'{path}' is not a sound COCO file; {_count} fault(s):\n  {string.Join("\n  ", _shown)}{more}"));
        }
    }
}
