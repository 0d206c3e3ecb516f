namespace Lat.Detection.Tests;

/// <summary>A fact that runs the original DINOv2 in Python, and is skipped where there is no checkout of it or no torch.</summary>
public sealed class DinoFactAttribute : FactAttribute
{
    /// <summary>Names the folder of a checkout of github.com/facebookresearch/dinov2.</summary>
    public const string Variable = "LAT_DINOV2";

    public DinoFactAttribute()
    {
        if (TorchvisionPython.Executable is null || Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 })
        {
            Skip = $"Needs a Python with torch and torchvision, and a checkout of the original DINOv2 that {Variable} names.";
        }
    }
}
