using Lat.Core;
using Microsoft.Win32.SafeHandles;

namespace Lat.Detection;

/// <summary>A safetensors file as a checkpoint.</summary>
internal static class SafeTensorsContent
{
    /// <param name="file">Owned by the result.</param>
    /// <param name="path">For messages.</param>
    /// <exception cref="LatException">The header is damaged, or the file is truncated.</exception>
    public static CheckpointContent Read(SafeFileHandle file, string path)
    {
        EquatableArray<SafeTensorsEntry> entries;
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            (entries, _) = SafeTensorsHeader.Read(stream, path);
        }

        var tensors = entries.ToDictionary(
            entry => entry.Name,
            entry => StoredTensor.Whole(entry.Type, entry.Shape, start => new FileSegment(file, entry.Offset + start)),
            StringComparer.Ordinal);
        return new CheckpointContent(CheckpointFormat.SafeTensors, null, tensors, [], file);
    }
}
