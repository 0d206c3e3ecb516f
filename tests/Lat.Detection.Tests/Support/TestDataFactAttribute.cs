namespace Lat.Detection.Tests;

/// <summary>A fact that needs the folder named by LAT_TEST_DATA (it holds `reference/onnx`), and is skipped without it.</summary>
public sealed class TestDataFactAttribute : FactAttribute
{
    public const string Variable = "LAT_TEST_DATA";

    public TestDataFactAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            Skip = $"{Variable} is not set.";
        }
    }
}
