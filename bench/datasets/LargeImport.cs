using System.Globalization;
using Lat.Datasets;

namespace Lat.Bench.Datasets;

/// <summary>The memory that it takes to import labels of BDD100K's size, against the size of the store that it makes.</summary>
internal static class LargeImport
{
    private const string Scalabel = "large.json";
    private const double Limit = 3;

    public static void Write(string folder) => Files.WriteScalabel(Path.Join(folder, Scalabel), Files.Random(80_000, 1_800_000, 10));

    /// <summary>Imports in this process, which must have done nothing else; prints both, and answers 1 where the limit is missed.</summary>
    public static int Measure(string folder)
    {
        var store = Path.Join(folder, "imported.lat");
        var read = Bdd100kFormat.Format.Read(Path.Join(folder, Scalabel), new ReadOptions { MissingImages = MissingImagePolicy.LabelsOnly });
        AnnotationFileStream.Write(store, read.Annotations);
        var peak = long.Parse(
            File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) * 1024;
        var size = new FileInfo(store).Length;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"import of {read.Annotations.AnnotationCount} boxes: peak {peak >> 20} MiB, store {size >> 20} MiB, ratio {(double)peak / size:F2}, limit {Limit:F1}  {(peak <= Limit * size ? "met" : "MISSED")}"));
        return peak <= Limit * size ? 0 : 1;
    }
}
