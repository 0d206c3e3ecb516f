using Lat.Core;

namespace Lat.Datasets;

/// <summary>The categories of a COCO file: its label space, and its ids, which have gaps in the official files.</summary>
internal sealed class CocoCategories
{
    private readonly Dictionary<long, int> _indices = [];

    /// <exception cref="LatException">There is no class, or the file is no COCO file.</exception>
    public CocoCategories(string path, ReadFaults faults)
    {
        var names = new List<ClassName>();
        foreach (var record in JsonRecords.Stream(path, "categories", faults))
        {
            if (record.Whole("id") is not { } id || record.Text("name") is not { } name)
            {
                continue;
            }

            if (!ClassName.IsValid(name))
            {
                record.Mismatch("name", "a class name. " + ClassName.ValidValues.TrimEnd('.'));
            }
            else if (names.Contains(new ClassName(name)))
            {
                faults.Add(record.Place, $"'name' is '{name}', which another category has, too", "Give each class a name of its own");
            }
            else if (!_indices.TryAdd(id, names.Count))
            {
                faults.Add(record.Place, FormattableString.Invariant($"'id' is {id}, which another category has, too"), "Give each category an id of its own");
            }
            else
            {
                names.Add(new ClassName(name));
            }
        }

        if (names.Count == 0)
        {
            throw faults.Stop(new RecordPlace(path, "categories"), "names no class", "A COCO annotation file lists its classes; a result file is none");
        }

        Space = new LabelSpace(names);
    }

    public LabelSpace Space { get; }

    public int? IndexOf(long id) => _indices.TryGetValue(id, out var index) ? index : null;
}
