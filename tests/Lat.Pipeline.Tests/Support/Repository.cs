namespace Lat.Pipeline.Tests;

/// <summary>The repository that the tests belong to.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lat.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? Environment.GetEnvironmentVariable("LAT_ROOT")
                ?? throw new InvalidOperationException("The tests do not run below the repository; set LAT_ROOT to its folder.");
        }

        return folder;
    }
}
