namespace Lat.Detection.Tests;

/// <summary>A fact that runs the original Deformable DETR in Python, and is skipped where there is no checkout of it or no torch.</summary>
public sealed class DeformableDetrFactAttribute : FactAttribute
{
    /// <summary>Names the folder of a checkout of github.com/fundamentalvision/Deformable-DETR.</summary>
    public const string Variable = "LAT_DEFORMABLE_DETR";

    public DeformableDetrFactAttribute()
    {
        if (TorchvisionPython.Executable is null || Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 })
        {
            Skip = $"Needs a Python with torch and torchvision, and a checkout of the original Deformable DETR that {Variable} names.";
        }
    }
}
