using System.Text;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Writes which images a set consists of: their names in order, UTF-8, one a line. No name has a line break in it.</summary>
internal static class ImageList
{
    public static void Write(string path, AnnotationSet set) =>
        File.WriteAllText(path, string.Concat(set.Images.Select(image => image.FileName + "\n")), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
