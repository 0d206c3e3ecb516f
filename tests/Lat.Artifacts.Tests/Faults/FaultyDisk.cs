using Lat.Core;

namespace Lat.Artifacts.Tests;

/// <summary>
/// A disk that does as it should for a number of steps; then the process is killed in the middle of a step, or the disk refuses for a while.
/// It knows what was never flushed, and forgets some of that when the power fails.
/// </summary>
internal sealed class FaultyDisk(RandomStream random) : StoreDisk
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _unflushed = new(StringComparer.Ordinal);
    private readonly List<(string Path, Action Undo)> _unflushedNames = [];
    private int _refusals;
    private int _error;

    /// <summary>Steps that still succeed.</summary>
    public int StepsLeft { get; set; } = int.MaxValue;

    /// <summary>Whether the fault has happened.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Whether nothing is done any more.</summary>
    public bool IsDead { get; private set; }

    public int StepsTaken { get; private set; }

    /// <summary>The fault is an error of so many steps instead of a kill.</summary>
    public void Refuse(int error, int steps) => (_error, _refusals) = (error, steps);

    public override void MakeFolder(string path) => Step(() =>
    {
        base.MakeFolder(path);
        _unflushedNames.Add((path, () => Directory.Delete(path, recursive: true)));
    });

    public override void Write(string path, ReadOnlyMemory<byte> bytes) => Step(
        () =>
        {
            base.Write(path, bytes);
            _unflushed.Add(path);
        },
        torn: () =>
        {
            base.Write(path, bytes[..random.NextInt(bytes.Length + 1)]);
            _unflushed.Add(path);
        });

    public override void Flush(string path) => Step(() => _unflushed.Remove(path));

    public override void FlushFolder(string path) => Step(() => _unflushedNames.RemoveAll(name => Path.GetDirectoryName(name.Path) == path));

    public override void Rename(string source, string destination) => Step(() =>
    {
        var before = File.Exists(destination) ? File.ReadAllBytes(destination) : null;
        base.Rename(source, destination);
        if (_unflushed.Remove(source))
        {
            _unflushed.Add(destination);
        }

        _unflushedNames.Add((destination, () => Undo(destination, before)));
    });

    public override void RenameNew(string source, string destination) => Step(() => base.RenameNew(source, destination));

    public override bool? Link(string existing, string name)
    {
        bool? isDone = null;
        Step(() => isDone = base.Link(existing, name));
        return isDone;
    }

    public override void MakeReadOnly(string path) => Step(() => base.MakeReadOnly(path));

    public override void Touch(string path, DateTimeOffset time) => Step(() => base.Touch(path, time));

    public override void Delete(string path) => Step(() => base.Delete(path));

    public override void DeleteFolder(string path) => Step(() => base.DeleteFolder(path));

    /// <summary>A stage has written a file and told nobody to flush it.</summary>
    public void StageWrote(string path, byte[] bytes) => Step(
        () =>
        {
            File.WriteAllBytes(path, bytes);
            _unflushed.Add(path);
        },
        torn: () => File.WriteAllBytes(path, bytes[..random.NextInt(bytes.Length + 1)]));

    /// <summary>What was not flushed is there, gone or cut short, as it happens.</summary>
    public void LosePower()
    {
        lock (_gate)
        {
            IsDead = true;
            foreach (var path in _unflushed.Order(StringComparer.Ordinal).Where(path => File.Exists(path) && random.NextBool(0.7)))
            {
                Overwrite(path, File.ReadAllBytes(path)[..random.NextInt((int)new FileInfo(path).Length + 1)]);
            }

            foreach (var (_, undo) in Enumerable.Reverse(_unflushedNames).Where(_ => random.NextBool(0.5)))
            {
                try
                {
                    undo();
                }
                catch (IOException)
                {
                    // Another name that was lost has taken this one along.
                    continue;
                }
            }
        }
    }

    private static void Undo(string path, byte[]? before)
    {
        File.Delete(path);
        if (before is not null)
        {
            File.WriteAllBytes(path, before);
        }
    }

    private static void Overwrite(string path, byte[] bytes)
    {
        File.Delete(path);
        File.WriteAllBytes(path, bytes);
    }

    private void Step(Action action, Action? torn = null)
    {
        lock (_gate)
        {
            if (IsDead)
            {
                throw new KilledException();
            }

            StepsTaken++;
            if (StepsLeft-- > 0)
            {
                action();
                return;
            }

            HasStruck = true;
            if (_refusals > 0)
            {
                StepsLeft = --_refusals > 0 ? 0 : int.MaxValue;
                throw new IOException("the disk refuses", _error);
            }

            // Before, after, or in the middle of the step.
            IsDead = true;
            switch (random.NextInt(3))
            {
                case 0:
                    action();
                    break;
                case 1:
                    torn?.Invoke();
                    break;
                default:
                    break;
            }

            throw new KilledException();
        }
    }
}
