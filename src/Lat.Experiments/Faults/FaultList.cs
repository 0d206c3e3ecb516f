using Lat.Core;

namespace Lat.Experiments;

/// <summary>The faults of one experiment as they are found.</summary>
internal sealed class FaultList(string path)
{
    /// <summary>Nobody reads more, and a hostile file could make a report without end.</summary>
    public const int Most = 200;

    private readonly List<Fault> _faults = [];
    private readonly Dictionary<(FilePosition, string), (int Index, string Path)> _shared = [];

    /// <summary>How many were found; one that several sections inherit is found in each, and listed once.</summary>
    public int Count { get; private set; }

    /// <param name="message">What is wrong.</param>
    /// <param name="position">Where.</param>
    /// <param name="field">
    /// The field's path, as the message names it. Where a section inherits another, one place in the file stands for several fields: it is
    /// reported under the shortest path, that of the section inherited from.
    /// </param>
    /// <exception cref="ExperimentNotValidException">The list is full.</exception>
    public void Add(string message, FilePosition? position = null, string field = "")
    {
        Count++;
        if (field.Length > 0 && position is { } place)
        {
            var identity = (place, message.Replace(field, "", StringComparison.Ordinal));
            if (_shared.TryGetValue(identity, out var known))
            {
                if (field.Length < known.Path.Length)
                {
                    _faults[known.Index] = new Fault(message, position);
                    _shared[identity] = (known.Index, field);
                }

                return;
            }

            _shared.Add(identity, (_faults.Count, field));
        }

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
        copy.Count = Count;
        return copy;
    }
}
