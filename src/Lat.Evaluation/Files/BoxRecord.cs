namespace Lat.Evaluation;

/// <summary>The fields of an annotation or a result that an evaluation reads, as the file has them; null or false where it lacks one.</summary>
internal struct BoxRecord
{
    public CocoId? Id;
    public CocoId? Image;
    public CocoId? Category;
    public double X, Y, Width, Height;
    public double? Area;
    public double? Score;
    public bool HasBox, IsCrowd, IsIgnored;
}
