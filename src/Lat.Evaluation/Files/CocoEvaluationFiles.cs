using System.Text.Json;

namespace Lat.Evaluation;

/// <summary>
/// Reads a COCO annotation file and result files into what the evaluation computes on: streamed, boxes in the very numbers of the file, images
/// and classes in the official order of their ids, which may be numbers or texts.
/// </summary>
public sealed class CocoEvaluationFiles
{
    private readonly CocoTruthFile _truth;

    private CocoEvaluationFiles(CocoTruthFile truth) => _truth = truth;

    public LabelSpace LabelSpace => _truth.LabelSpace;

    public int ImageCount => _truth.Images.Count;

    /// <summary>
    /// Whether an annotation has the id 0. The official tool takes it for "no match", so its AP, which is given here, is lower than it should be.
    /// </summary>
    public bool HasIdZero => Array.Exists(_truth.Objects, item => item.HasIdZero);

    /// <summary>Reads the annotation file.</summary>
    /// <exception cref="LatException">The file is not sound; the message lists every fault.</exception>
    public static CocoEvaluationFiles Open(string groundTruth) => new(CocoTruthFile.Read(groundTruth));

    /// <summary>Reads a result file: a list of `image_id`, `category_id`, `bbox` and `score`.</summary>
    /// <exception cref="LatException">The file is not sound, or names images or classes that the annotation file lacks; all faults together.</exception>
    public CocoInput Read(string detections) =>
        new(_truth.LabelSpace, _truth.Images.Count, _truth.Objects, EvaluationFile.Read(detections, tokens => ReadResults(ref tokens, detections)));

    private CocoPrediction[] ReadResults(ref JsonTokens tokens, string path)
    {
        var faults = new EvaluationFileFaults(path);
        var predictions = new List<CocoPrediction>();
        if (!tokens.Read() || tokens.Type != JsonTokenType.StartArray)
        {
            faults.Add(
                "",
                0,
                "is no list; expected [{\"image_id\", \"category_id\", \"bbox\", \"score\"}, ...] (an annotation file is no result file)");
            faults.ThrowIfAny();
        }

        for (var index = 0; tokens.Read() && tokens.Type != JsonTokenType.EndArray; index++)
        {
            if (BoxRecordReader.Read(ref tokens, "results", index, isResult: true, faults, out var record)
                && Find(_truth.Images, record.Image!.Value, "image_id", index, faults) is var image
                && Find(_truth.Categories, record.Category!.Value, "category_id", index, faults) is var category
                && image >= 0 && category >= 0)
            {
                predictions.Add(new CocoPrediction(image, category, record.X, record.Y, record.Width, record.Height, record.Score!.Value));
            }
        }

        // What follows the list must be nothing: reading on finds out.
        while (tokens.Read())
        {
        }

        faults.ThrowIfAny();
        return [.. predictions];
    }

    private static int Find(Dictionary<CocoId, int> known, CocoId id, string field, int index, EvaluationFileFaults faults)
    {
        if (known.TryGetValue(id, out var position))
        {
            return position;
        }

        faults.Add("results", index, $"'{field}' is {id}, which the annotation file lacks");
        return -1;
    }
}
