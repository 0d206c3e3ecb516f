using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// A detection file that stays on the disk: its columns are mapped, not copied, and each image's predictions are made when they are asked for.
/// Any number of threads may read.
/// </summary>
public sealed class MappedDetectionFile : IDisposable
{
    private const int RowsAtOnce = 1 << 12;

    private readonly MappedFile _file;
    private readonly string _path;
    private readonly MappedDetectionColumns _columns;
    private readonly Dictionary<string, int> _byName;

    private MappedDetectionFile(MappedFile file, string path)
    {
        (_file, _path, _columns) = (file, path, MappedDetectionColumns.Read(file.Walk(), file.Buffer));
        var images = _columns.Table.Images;
        _byName = Enumerable.Range(0, images.Count).ToDictionary(index => images[index].FileName, StringComparer.Ordinal);
    }

    /// <summary>The detector's classes.</summary>
    public LabelSpace LabelSpace => _columns.Table.LabelSpace;

    /// <summary>How many images the detector saw.</summary>
    public int ImageCount => _byName.Count;

    /// <summary>The class and the score of every prediction, in the order of the images; read anew, a piece at a time, whenever they are gone through.</summary>
    public IEnumerable<(int ClassIndex, double Score)> Scores
    {
        get
        {
            var count = _columns.Table.RowCount;
            for (var begin = 0; begin < count; begin += RowsAtOnce)
            {
                var rows = Math.Min(RowsAtOnce, count - begin);
                var (classes, scores) = (_file.Copy<int>(_columns.Classes + (4L * begin), rows), _file.Copy<double>(_columns.Scores + (8L * begin), rows));
                for (var row = 0; row < rows; row++)
                {
                    yield return (classes[row], scores[row]);
                }
            }
        }
    }

    /// <summary>The predictions on an image; made anew at each call.</summary>
    /// <exception cref="LatException">The detector never saw the image: the predictions belong to another set.</exception>
    public ImageDetections this[string fileName] => _byName.TryGetValue(fileName, out var index)
        ? _columns.Image(_file.Buffer, index)
        : throw new LatException($"'{_path}' has no predictions for the image '{fileName}': they were made on another set. Run the pseudo-labels stage again.");

    /// <summary>Maps a file and verifies its hash.</summary>
    /// <exception cref="LatException">The file is missing, of another kind or version, or damaged.</exception>
    public static MappedDetectionFile Open(string path)
    {
        var file = MappedFile.Open(path, DetectionFile.Magic, DetectionFile.Version, DetectionFile.Kind);
        try
        {
            return new MappedDetectionFile(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose() => _file.Dispose();
}
