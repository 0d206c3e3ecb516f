using System.Text;

namespace Lat.Pipeline;

/// <summary>Writes which images a set consists of: their names in order, UTF-8, one a line. No name has a line break in it.</summary>
internal static class ImageList
{
    public static void Write(string path, IEnumerable<string> names) =>
        File.WriteAllText(path, string.Concat(names.Select(name => name + "\n")), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
