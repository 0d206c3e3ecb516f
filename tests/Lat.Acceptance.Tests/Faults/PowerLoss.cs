using Lat.Core;

namespace Lat.Acceptance.Tests;

/// <summary>Takes from a disk what nobody flushed before the power failed, by the journal that faulty_disk.c kept.</summary>
internal sealed class PowerLoss(string journal, RandomStream random)
{
    private readonly HashSet<string> _contents = new(StringComparer.Ordinal);
    private readonly List<(string Name, string? Before)> _names = [];

    /// <returns>How many contents and names were lost.</returns>
    public int Strike()
    {
        foreach (var line in File.Exists(journal) ? File.ReadAllLines(journal) : [])
        {
            var parts = line.Split('\t');
            Replay(parts[0], parts[1], parts[2]);
        }

        File.Delete(journal);
        return _contents.Order(StringComparer.Ordinal).Count(LosesContent) + Enumerable.Reverse(_names).Count(LosesName);
    }

    private void Replay(string step, string path, string other)
    {
        switch (step)
        {
            case "W":
                _contents.Add(path);
                break;
            case "C":
                _names.Add((path, null));
                break;
            case "L":
                _names.Add((other, null));
                if (_contents.Contains(path))
                {
                    _contents.Add(other);
                }

                break;
            case "F":
                _contents.Remove(path);
                _names.RemoveAll(name => Path.GetDirectoryName(name.Name) == path);
                break;
            case "R":
                if (_contents.Remove(path))
                {
                    _contents.Add(other);
                }

                _names.RemoveAll(name => name.Name == path);
                _names.Add((other, path));
                break;
            case "O":
                // What was there before is gone from here, so that the new file stands for both.
                _names.RemoveAll(name => name.Name == path);
                break;
            default:
                throw new InvalidDataException($"The journal {journal} has a step '{step}'.");
        }
    }

    /// <summary>Cut short, or zero from some byte on: both are what file systems leave.</summary>
    private bool LosesContent(string path)
    {
        if (!File.Exists(path) || random.NextBool(0.3))
        {
            return false;
        }

        var bytes = UnlockedFile.Read(path);
        var kept = random.NextInt(bytes.Length + 1);
        bytes.AsSpan(kept).Clear();
        File.Delete(path);
        File.WriteAllBytes(path, random.NextBool(0.5) ? bytes[..kept] : bytes);
        return true;
    }

    private bool LosesName((string Name, string? Before) name)
    {
        if (!File.Exists(name.Name) || random.NextBool(0.5))
        {
            return false;
        }

        if (name.Before is null)
        {
            File.Delete(name.Name);
        }
        else if (Directory.Exists(Path.GetDirectoryName(name.Before)) && !File.Exists(name.Before))
        {
            File.Move(name.Name, name.Before);
        }
        else
        {
            return false;
        }

        return true;
    }
}
