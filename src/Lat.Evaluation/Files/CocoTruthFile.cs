namespace Lat.Evaluation;

/// <summary>What an evaluation needs of a COCO annotation file, in the official order.</summary>
/// <param name="LabelSpace">The classes, by ascending category id.</param>
/// <param name="Images">The position of each image, by its id.</param>
/// <param name="Categories">The index of each class, by its id.</param>
/// <param name="Objects">The annotations, in the order of the file.</param>
internal sealed record CocoTruthFile(
    LabelSpace LabelSpace, Dictionary<CocoId, int> Images, Dictionary<CocoId, int> Categories, CocoObject[] Objects)
{
    /// <exception cref="LatException">The file is not sound; the message lists every fault.</exception>
    public static CocoTruthFile Read(string path) => EvaluationFile.Read(path, tokens => new CocoTruthReader(new EvaluationFileFaults(path)).Read(ref tokens));
}
