namespace Lat.Datasets.Tests;

/// <summary>A fact that needs the folder named by LAT_TEST_DATA (it holds `formats`), and is skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TestDataFactAttribute : FactAttribute
{
    public const string Variable = "LAT_TEST_DATA";

    public TestDataFactAttribute()
    {
        if (!Directory.Exists(Path.Join(Root, "formats")))
        {
            Skip = $"The environment variable {Variable} names no folder with 'formats' in it.";
        }
    }

    public static string Root => Environment.GetEnvironmentVariable(Variable) ?? "";

    /// <summary>A path below the folder.</summary>
    public static string PathOf(params string[] names) => Path.Join([Root, .. names]);
}
