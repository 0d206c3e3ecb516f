using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Lat.Pipeline;

/// <summary>Ends a process and what it started.</summary>
/// <remarks>
/// <see cref="Process.Kill(bool)"/> stops a process before it lists its children and kills it: when the caller dies in between, as by a second Ctrl-C,
/// the process stays stopped for ever and holds what it has locked. Where Linux tells who is whose child, they are listed first and nothing is stopped.
/// </remarks>
internal static class ProcessTree
{
    public static void Kill(Process process)
    {
        if (!OperatingSystem.IsLinux())
        {
            process.Kill(entireProcessTree: true);
            return;
        }

        var descendants = Descendants(process.Id);
        process.Kill();
        foreach (var descendant in descendants)
        {
            using (descendant)
            {
                KillIfThere(descendant);
            }
        }
    }

    private static List<Process> Descendants(int root)
    {
        var children = Directory.EnumerateDirectories("/proc").Select(ChildAndParent).OfType<(int Child, int Parent)>().ToLookup(pair => pair.Parent, pair => pair.Child);
        var found = new List<int> { root };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(children[found[i]]);
        }

        return [.. found.Skip(1).Select(Open).OfType<Process>()];
    }

    /// <summary>A process and who started it, from `/proc/12/stat`: `12 (its name) S 7 …`.</summary>
    private static (int Child, int Parent)? ChildAndParent(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var child))
        {
            return null;
        }

        try
        {
            var status = File.ReadAllText(Path.Combine(folder, "stat"));
            return (child, int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture)); // a name may hold brackets and spaces
        }
        catch (IOException)
        {
            return null; // it has just ended
        }
        catch (UnauthorizedAccessException)
        {
            return null; // another user's
        }
    }

    private static Process? Open(int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            return null; // it has just ended
        }
    }

    private static void KillIfThere(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended with its parent.
        }
        catch (Win32Exception)
        {
            // Another user's, which is not ours to end.
        }
    }
}
