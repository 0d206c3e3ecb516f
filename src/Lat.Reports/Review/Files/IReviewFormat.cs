namespace Lat.Reports;

/// <summary>The files of a labelling tool.</summary>
public interface IReviewFormat
{
    /// <summary>How the command line calls it.</summary>
    string Name { get; }

    /// <summary>The files that go into the tool, by name. The images lie beside them in `images/`, under their own names.</summary>
    EquatableArray<KeyValuePair<string, string>> Write(ReviewBatch batch);

    /// <summary>What the tool gave back.</summary>
    /// <exception cref="LatException">The file is not sound; the message lists every fault.</exception>
    EquatableArray<ReviewedImage> Read(string path);
}
