using System.Text;
using Lat.Core;
using Microsoft.Win32.SafeHandles;

namespace Lat.Detection;

/// <summary>Tells the formats of checkpoints apart by their first bytes, and hands the file to the right reader.</summary>
internal static class CheckpointFormats
{
    private const string Known = "Known are safetensors files and PyTorch checkpoints (torch.save of a state_dict).";
    private const byte PickleStart = 0x80;
    private const int TarMark = 257;

    /// <exception cref="LatException">The file is missing or no checkpoint.</exception>
    public static CheckpointContent Read(string path)
    {
        var file = OpenFile(path);
        try
        {
            var start = new byte[TarMark + 8];
            start = start[..RandomAccess.Read(file, start, 0)];
            if (start.AsSpan().StartsWith("PK\u0003\u0004"u8))
            {
                return PyTorchZip.Read(file, path);
            }

            if (IsHeaderLength(start))
            {
                return SafeTensorsContent.Read(file, path);
            }

            return start.Length > 1 && start[0] == PickleStart && start[1] is >= 2 and <= 5
                ? PyTorchLegacy.Read(file, path)
                : throw new LatException($"'{path}' {Other(start)} {Known}");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static SafeFileHandle OpenFile(string path)
    {
        try
        {
            return File.OpenHandle(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LatException($"No weights at '{path}'.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LatException($"'{path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>A safetensors file begins with the length of its header, 8 bytes of which the upper ones are 0.</summary>
    private static bool IsHeaderLength(ReadOnlySpan<byte> start) => start.Length >= 8 && start[4..8].IndexOfAnyExcept((byte)0) < 0;

    private static string Other(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            return "is empty.";
        }

        if (start.Length > TarMark && start[TarMark..].StartsWith("ustar"u8))
        {
            return "is a tar archive. If it is a checkpoint of PyTorch before 0.2, load it and save it again with a newer one.";
        }

        return start[0] == '<' || start.StartsWith("version "u8)
            ? $"is a text, as a failed download or a Git LFS pointer leaves it: '{Text(start)}'. Fetch the file itself."
            : $"is not a checkpoint: it begins with '{Text(start)}'.";
    }

    private static string Text(ReadOnlySpan<byte> start) =>
        new([.. Encoding.Latin1.GetString(start[..Math.Min(start.Length, 24)]).Select(letter => char.IsControl(letter) ? '.' : letter)]);
}
