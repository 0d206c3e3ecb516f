namespace Lat.Reports;

/// <summary>Names the classes that there was nothing of, so that nobody takes a mean for one over all classes.</summary>
internal static class AbsentClassText
{
    /// <summary>A line for each target that lacks some; none where every class occurs.</summary>
    public static IEnumerable<string> Lines(ExperimentResults results)
    {
        foreach (var target in results.Targets)
        {
            if (results.Statistics.FirstOrDefault(item => item.Target == target) is not { } row)
            {
                continue;
            }

            if (row.Measured.AbsentFromValidation is { Count: > 0 } unmeasured)
            {
                yield return $"No object of {string.Join(", ", unmeasured)} in the validation images of {target}: not measured, and in no mean.";
            }

            if (row.Measured.AbsentFromTraining.Where(name => !row.Measured.AbsentFromValidation.AsSpan().Contains(name)).ToList() is { Count: > 0 } untrained)
            {
                yield return $"No object of {string.Join(", ", untrained)} in the training images of {target}: measured, and in the means.";
            }
        }
    }
}
