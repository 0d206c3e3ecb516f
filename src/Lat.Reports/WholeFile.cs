using System.Text;

namespace Lat.Reports;

/// <summary>Writes a text file whole or not at all: aside, then moved into place. UTF-8 without a mark, line feeds.</summary>
internal static class WholeFile
{
    public static void Write(string path, string text)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var aside = FormattableString.Invariant($"{full}.{Environment.ProcessId}.tmp");
        try
        {
            File.WriteAllText(aside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(aside, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(aside);
            throw new LatException($"Cannot write '{path}': {e.Message} Free the space or choose another folder.", e);
        }
    }
}
