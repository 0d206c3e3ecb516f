using Lat.Core;

namespace Lat.Datasets;

/// <summary>The categories of a COCO file: its label space, and its ids, which have gaps in the official files.</summary>
internal sealed class CocoCategories
{
    private readonly Dictionary<long, int> _indices = [];
    private readonly List<ClassName> _names = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Adds an element of `categories`, or notes what is wrong with it.</summary>
    public void Add(JsonRecord record)
    {
        if (record.Whole("id") is not { } id || record.Text("name") is not { } name)
        {
            return;
        }

        if (!ClassName.IsValid(name))
        {
            record.Mismatch("name", "a class name. " + ClassName.ValidValues.TrimEnd('.'));
        }
        else if (_known.Contains(name))
        {
            record.Faults.Add(record.Place, $"'name' is '{name}', which another category has, too", "Give each class a name of its own");
        }
        else if (!_indices.TryAdd(id, _names.Count))
        {
            record.Faults.Add(record.Place, FormattableString.Invariant($"'id' is {id}, which another category has, too"), "Give each category an id of its own");
        }
        else
        {
            _known.Add(name);
            _names.Add(new ClassName(name));
        }
    }

    /// <summary>The label space, in the order of the file.</summary>
    /// <exception cref="LatException">There is no class.</exception>
    public LabelSpace ToSpace(string path, ReadFaults faults) => _names.Count > 0 ? new LabelSpace(_names) : throw faults.Stop(
        new RecordPlace(path, "categories"), "names no class", "A COCO annotation file lists its classes; a result file is none");

    public int? IndexOf(long id) => _indices.TryGetValue(id, out var index) ? index : null;
}
