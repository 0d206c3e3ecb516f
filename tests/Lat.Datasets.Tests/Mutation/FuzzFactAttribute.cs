using System.Globalization;

namespace Lat.Datasets.Tests;

/// <summary>A fact that runs as many minutes as LAT_FUZZ_MINUTES says, and is skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FuzzFactAttribute : FactAttribute
{
    private const string Variable = "LAT_FUZZ_MINUTES";

    public FuzzFactAttribute()
    {
        if (Minutes is null)
        {
            Skip = $"The environment variable {Variable} names no number of minutes.";
        }
    }

    public static double? Minutes =>
        double.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    /// <summary>Where the damage begins; another number is other damage. LAT_FUZZ_SEED, default 1.</summary>
    public static ulong Seed => ulong.TryParse(Environment.GetEnvironmentVariable("LAT_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;
}
