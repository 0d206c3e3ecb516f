using Lat.Core;

namespace Lat.Datasets;

/// <summary>The small tables of one nuImages version, by token: what a category, a camera and a sample are.</summary>
internal sealed class NuImagesTables
{
    private const string Remedy = "Download the metadata again";
    private readonly string _folder;
    private readonly ReadFaults _faults;

    private NuImagesTables(string folder, ReadFaults faults) => (_folder, _faults) = (folder, faults);

    /// <summary>Class index by category; null for surfaces and for categories that are not known, whose names are in <see cref="CategoryNames"/>.</summary>
    public Dictionary<string, int?> Categories { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> CategoryNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The channel (`CAM_FRONT`) by calibrated sensor.</summary>
    public Dictionary<string, string> Channels { get; } = new(StringComparer.Ordinal);

    /// <summary>The drive by sample.</summary>
    public Dictionary<string, string> Logs { get; } = new(StringComparer.Ordinal);

    /// <exception cref="LatException">A table is missing or is not JSON.</exception>
    public static NuImagesTables Read(string folder, ReadFaults faults, CancellationToken cancellation)
    {
        var tables = new NuImagesTables(folder, faults);
        tables.Each("category", "name", (token, name, _) =>
        {
            tables.CategoryNames[token] = name;
            tables.Categories[token] = ClassName.IsValid(name) ? NuImagesClasses.Space.IndexOf(new ClassName(name)) : null;
        }, cancellation);
        var sensors = new Dictionary<string, string>(StringComparer.Ordinal);
        tables.Each("sensor", "channel", (token, channel, _) => sensors[token] = channel, cancellation);
        tables.Each("calibrated_sensor", "sensor_token", (token, sensor, place) =>
        {
            if (sensors.TryGetValue(sensor, out var channel))
            {
                tables.Channels[token] = channel;
            }
            else
            {
                faults.Add(place, $"'sensor_token' is '{sensor}', but the table sensor has no such token", Remedy);
            }
        }, cancellation);
        tables.Each("sample", "log_token", (token, log, _) => tables.Logs[token] = log, cancellation);
        return tables;
    }

    private void Each(string table, string field, Action<string, string, RecordPlace> use, CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in JsonRecords.Stream(Path.Join(_folder, table + ".json"), table, _faults, null, cancellation))
        {
            if (record.Text("token") is not { } token || record.Text(field) is not { } value)
            {
                continue;
            }

            if (seen.Add(token))
            {
                use(token, value, record.Place);
            }
            else
            {
                _faults.Add(record.Place, $"'token' is '{token}', which another record has, too", Remedy);
            }
        }
    }
}
