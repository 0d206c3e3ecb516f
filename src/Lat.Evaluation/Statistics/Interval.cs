using System.Text.Json.Serialization;

namespace Lat.Evaluation;

/// <summary>Where a number lies with the confidence that was asked for; NaN ends where nothing is known of its spread.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Of a number of whose spread nothing is known.</summary>
    public static Interval Unknown { get; } = new(double.NaN, double.NaN);

    [JsonIgnore]
    public bool IsKnown => !double.IsNaN(Low) && !double.IsNaN(High);

    [JsonIgnore]
    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether a number lies inside, ends included; never where the interval is unknown.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    public static Interval Around(double center, double halfWidth) => new(center - halfWidth, center + halfWidth);
}
