namespace Lat.Evaluation;

/// <summary>Joins the lists of a COCO annotation file by their ids, in the official order.</summary>
internal sealed class CocoTruthJoin(EvaluationFileFaults faults)
{
    public CocoTruthFile Join(List<CocoId> imageIds, List<(CocoId Id, string Name)> classes, List<(int Index, BoxRecord Record)> boxes)
    {
        var images = Positions("images", imageIds);
        var categories = Positions("categories", [.. classes.Select(category => category.Id)]);
        foreach (var twice in classes.GroupBy(category => category.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            faults.Add("", 0, $"has {twice.Count()} categories named '{twice.Key}'; each class has a name of its own");
        }

        var objects = new List<CocoObject>(boxes.Count);
        var ids = new HashSet<CocoId>(boxes.Count);
        foreach (var (index, record) in boxes)
        {
            if (record.Id is { } id && !ids.Add(id))
            {
                faults.Add("annotations", index, $"'id' is {id}, which another annotation has, too");
            }

            if (Find(images, record.Image!.Value, "image_id", "image", index) is { } image
                && Find(categories, record.Category!.Value, "category_id", "category", index) is { } category)
            {
                objects.Add(ToObject(record, image, category, index));
            }
        }

        faults.ThrowIfAny();
        var space = new LabelSpace(classes.OrderBy(category => categories[category.Id]).Select(category => new ClassName(category.Name)));
        return new CocoTruthFile(space, images, categories, [.. objects]);
    }

    private CocoObject ToObject(in BoxRecord record, int image, int category, int index)
    {
        if (record.Area < 0)
        {
            faults.Add("annotations", index, FormattableString.Invariant($"'area' is {record.Area}; it must not be negative"));
        }

        return new CocoObject(image, category, record.X, record.Y, record.Width, record.Height, record.Area ?? (record.Width * record.Height))
        {
            IsCrowd = record.IsCrowd,
            IsIgnored = record.IsIgnored,
            HasIdZero = record.Id is { Text: null, Number: 0 },
        };
    }

    private int? Find(Dictionary<CocoId, int> known, CocoId id, string field, string what, int index)
    {
        if (known.TryGetValue(id, out var position))
        {
            return position;
        }

        faults.Add("annotations", index, $"'{field}' is {id}, but there is no {what} with that id");
        return null;
    }

    private Dictionary<CocoId, int> Positions(string list, List<CocoId> ids)
    {
        if (ids.Exists(id => id.Text is null) && ids.Exists(id => id.Text is not null))
        {
            faults.Add("", 0, $"has numbers and texts as ids in '{list}', which have no order; use one of the two");
        }

        var positions = new Dictionary<CocoId, int>(ids.Count);
        foreach (var id in ids.Order())
        {
            if (!positions.TryAdd(id, positions.Count))
            {
                faults.Add("", 0, $"has the id {id} twice in '{list}'; each needs one of its own");
            }
        }

        return positions;
    }
}
