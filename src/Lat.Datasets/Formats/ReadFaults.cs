using Lat.Core;

namespace Lat.Datasets;

/// <summary>Collects everything that is wrong with a dataset's files, to report all of it together. One per reading; one thread at a time.</summary>
public sealed class ReadFaults(string format, string root)
{
    /// <summary>How many faults and how many warnings are kept with their text; more are only counted.</summary>
    public const int MaxKept = 1000;

    private const int MaxShown = 30;
    private readonly List<ReadFault> _faults = [];
    private readonly List<ReadFault> _warnings = [];
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The format that is read, for messages.</summary>
    public string Format => format;

    /// <summary>How many faults there are that forbid the import.</summary>
    public long FaultCount { get; private set; }

    private long WarningCount { get; set; }

    /// <summary>Something that forbids the import.</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong, with the value; no full stop.</param>
    /// <param name="remedy">What to do, as a sentence without its full stop.</param>
    public void Add(RecordPlace place, string message, string remedy)
    {
        FaultCount++;
        if (_faults.Count < MaxKept)
        {
            _faults.Add(new ReadFault(place.File, place.Record, message, remedy));
        }
    }

    /// <summary>Something wrong that is tolerated; it is also counted under a name.</summary>
    public void Warn(string counter, RecordPlace place, string message, string remedy)
    {
        Count(counter);
        WarningCount++;
        if (_warnings.Count < MaxKept)
        {
            _warnings.Add(new ReadFault(place.File, place.Record, message, remedy));
        }
    }

    /// <summary>Something that is no fault but worth a number.</summary>
    public void Count(string counter, long times = 1) => _counts[counter] = _counts.GetValueOrDefault(counter) + times;

    /// <exception cref="LatException">There is at least one fault.</exception>
    public void ThrowIfAny()
    {
        if (FaultCount == 0)
        {
            return;
        }

        var shown = _faults.Take(MaxShown).Select(fault => fault.ToString());
        var more = FaultCount > MaxShown ? FormattableString.Invariant($"\n  and {FaultCount - MaxShown} more") : "";
        throw new LatException(FormattableString.Invariant(
            $"'{root}' cannot be read as {format}; {FaultCount} fault(s), nothing was imported:\n  {string.Join("\n  ", shown)}{more}"));
    }

    /// <summary>Adds a fault and reports it at once with those before it, where reading cannot go on.</summary>
    /// <exception cref="LatException">Always.</exception>
    public LatException Stop(RecordPlace place, string message, string remedy)
    {
        Add(place, message, remedy);
        ThrowIfAny();
        throw new InvalidOperationException("A fault was just added.");
    }

    /// <summary>What was tolerated and counted.</summary>
    public FormatReport ToReport() => new()
    {
        Format = format,
        Counts = new NamedMap<long>(_counts),
        Warnings = _warnings.ToEquatableArray(),
        WarningCount = WarningCount,
    };
}
