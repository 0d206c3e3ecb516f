using System.Text.Json;

namespace Lat.Evaluation;

/// <summary>Reads the three lists of a COCO annotation file, in whatever order they come.</summary>
internal sealed class CocoTruthReader(EvaluationFileFaults faults)
{
    private static readonly string[] Lists = ["images", "categories", "annotations"];

    private readonly List<CocoId> _images = [];
    private readonly List<(CocoId Id, string Name)> _categories = [];
    private readonly List<(int Index, BoxRecord Record)> _boxes = [];
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);

    public CocoTruthFile Read(ref JsonTokens tokens)
    {
        if (!tokens.Read() || tokens.Type != JsonTokenType.StartObject)
        {
            faults.Add(
                "",
                0,
                "is a list or a value; expected an object with 'images', 'annotations' and 'categories' (a result file is no annotation file)");
            faults.ThrowIfAny();
        }

        while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
        {
            var list = tokens.NameIs("images"u8) ? "images" : tokens.NameIs("categories"u8) ? "categories"
                : tokens.NameIs("annotations"u8) ? "annotations" : "";
            tokens.Read();
            if (list.Length == 0 || tokens.Type != JsonTokenType.StartArray)
            {
                tokens.Skip();
                continue;
            }

            _lists.Add(list);
            for (var index = 0; tokens.Read() && tokens.Type != JsonTokenType.EndArray; index++)
            {
                ReadRecord(ref tokens, list, index);
            }
        }

        foreach (var list in Lists.Where(list => !_lists.Contains(list)))
        {
            faults.Add("", 0, $"has no '{list}'; expected a list");
        }

        if (_lists.Contains("categories") && _categories.Count == 0)
        {
            faults.Add("", 0, "names no class in 'categories'; expected at least one");
        }

        return new CocoTruthJoin(faults).Join(_images, _categories, _boxes);
    }

    private void ReadRecord(ref JsonTokens tokens, string list, int index)
    {
        if (list == "annotations")
        {
            if (BoxRecordReader.Read(ref tokens, list, index, isResult: false, faults, out var record))
            {
                _boxes.Add((index, record));
            }

            return;
        }

        if (tokens.Type != JsonTokenType.StartObject)
        {
            faults.Add(list, index, $"is {tokens.Describe()}; expected an object");
            tokens.Skip();
            return;
        }

        ReadNamed(ref tokens, list, index);
    }

    private void ReadNamed(ref JsonTokens tokens, string list, int index)
    {
        CocoId? id = null;
        var (before, name) = (faults.Count, "");
        while (tokens.Read() && tokens.Type != JsonTokenType.EndObject)
        {
            if (tokens.NameIs("id"u8))
            {
                id = BoxRecordReader.Id(ref tokens, "id", list, index, faults);
                continue;
            }

            var isName = list == "categories" && tokens.NameIs("name"u8);
            tokens.Read();
            _ = isName && tokens.TryText(out name);
            tokens.Skip();
        }

        if (list == "categories" && !ClassName.IsValid(name))
        {
            faults.Add(list, index, name.Length == 0 ? "has no 'name'; expected a text" : $"'name' is '{name}'. {ClassName.ValidValues}");
        }

        if (id is not { } known)
        {
            if (faults.Count == before)
            {
                faults.Add(list, index, "has no 'id'; expected a whole number or a text");
            }
        }
        else if (list == "images")
        {
            _images.Add(known);
        }
        else
        {
            _categories.Add((known, name));
        }
    }
}
