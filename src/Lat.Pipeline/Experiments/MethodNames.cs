namespace Lat.Pipeline;

/// <summary>The names of the methods in files and tables.</summary>
public static class MethodNames
{
    public static string ToName(this Method method) => method switch
    {
        Method.Baseline => "baseline",
        Method.PseudoLabel => "pseudo-label",
        Method.PseudoLabelFiltered => "pseudo-label-filtered",
        Method.LabelGuided => "lgpl",
        Method.StudentTeacher => "student-teacher",
        Method.NaiveMerge => "naive-merge",
        Method.SourceOnlyMapped => "source-only-mapped",
        Method.Lat => "lat",
        Method.Oracle => "oracle",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method."),
    };
}
