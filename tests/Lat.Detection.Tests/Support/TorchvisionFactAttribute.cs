namespace Lat.Detection.Tests;

/// <summary>A fact that runs torchvision in Python, and is skipped where no Python has it.</summary>
public sealed class TorchvisionFactAttribute : FactAttribute
{
    public TorchvisionFactAttribute()
    {
        if (TorchvisionPython.Executable is null)
        {
            Skip = "No Python with torchvision here (Debian: python3-torchvision).";
        }
    }
}
