using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// The scalars of a run as an event file that TensorBoard shows. It holds measured times (seconds of training, not the clock), so it is no
/// result of a stage: it lies beside the run and is never hashed.
/// </summary>
public sealed class ScalarEventFile
{
    /// <summary>The file's name; TensorBoard finds files by `tfevents` in it.</summary>
    public const string FileName = "events.out.tfevents.0.lat";

    private readonly string _path;

    /// <param name="folder">Made if missing; one for each run.</param>
    /// <param name="start">The iteration that the run goes on with; later events of an earlier attempt are dropped.</param>
    public ScalarEventFile(string folder, int start)
    {
        Directory.CreateDirectory(folder);
        _path = Path.Combine(folder, FileName);
        var kept = start > 0 && File.Exists(_path) ? ReadWhole(File.ReadAllBytes(_path)).Where(scalarEvent => scalarEvent.Step <= start).ToList() : [];
        Seconds = kept.Count == 0 ? 0 : kept[^1].Seconds;
        using (var stream = File.Create(_path + ".partial"))
        {
            stream.Write(RecordFraming.Frame(ScalarEventBytes.Header()));
            foreach (var scalarEvent in kept)
            {
                stream.Write(RecordFraming.Frame(ScalarEventBytes.Of(scalarEvent)));
            }
        }

        File.Move(_path + ".partial", _path, overwrite: true);
    }

    /// <summary>Seconds of training at the last event: what a resumed run's time goes on from.</summary>
    public double Seconds { get; private set; }

    /// <summary>Adds an event and hands it to the system, so that TensorBoard sees it at once.</summary>
    public void Append(ScalarEvent scalarEvent)
    {
        using var stream = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(RecordFraming.Frame(ScalarEventBytes.Of(scalarEvent)));
        Seconds = scalarEvent.Seconds;
    }

    /// <summary>Every event of scalars, up to the end or to the first damage: a killed process may have left the last one cut off.</summary>
    /// <exception cref="LatException">The file does not begin as an event file.</exception>
    public static IReadOnlyList<ScalarEvent> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        ReadOnlySpan<byte> rest = bytes;
        return RecordFraming.TryTake(ref rest, out _)
            ? ReadWhole(bytes)
            : throw new LatException($"'{path}' is no event file of TensorBoard, or its first record is damaged. Delete it: a run writes a new one.");
    }

    private static List<ScalarEvent> ReadWhole(ReadOnlySpan<byte> bytes)
    {
        var events = new List<ScalarEvent>();
        while (RecordFraming.TryTake(ref bytes, out var data))
        {
            if (ScalarEventBytes.Parse(data) is { } scalarEvent)
            {
                events.Add(scalarEvent);
            }
        }

        return events;
    }
}
