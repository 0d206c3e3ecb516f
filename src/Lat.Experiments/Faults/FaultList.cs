using Lat.Core;

namespace Lat.Experiments;

/// <summary>The faults of one experiment as they are found.</summary>
internal sealed class FaultList(string path)
{
    /// <summary>Nobody reads more, and a hostile file could make a report without end.</summary>
    public const int Most = 200;

    private readonly List<Fault> _faults = [];

    public int Count => _faults.Count;

    /// <exception cref="ExperimentNotValidException">The list is full.</exception>
    public void Add(string message, FilePosition? position = null)
    {
        _faults.Add(new Fault(message, position));
        if (_faults.Count == Most)
        {
            throw new ExperimentNotValidException(path, _faults);
        }
    }

    /// <summary>Adds a fault after which nothing more can be read; the result, which carries all, is to be thrown.</summary>
    public ExperimentNotValidException Fatal(string message, FilePosition? position = null)
    {
        Add(message, position);
        return new ExperimentNotValidException(path, _faults);
    }

    public void ThrowIfAny()
    {
        if (_faults.Count > 0)
        {
            throw new ExperimentNotValidException(path, _faults);
        }
    }

    /// <summary>A list for the same file with the same faults so far.</summary>
    public FaultList Copy()
    {
        var copy = new FaultList(path);
        copy._faults.AddRange(_faults);
        return copy;
    }
}
