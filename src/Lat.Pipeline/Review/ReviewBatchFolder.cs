using System.Text;
using Lat.Core;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>Writes what is handed to a labelling tool into a new folder, whole or not at all.</summary>
public static class ReviewBatchFolder
{
    private const string Images = "images";

    /// <param name="path">The folder; it must not exist, or be empty.</param>
    /// <param name="batch">What is handed out.</param>
    /// <param name="format">The tool.</param>
    /// <param name="images">The files of the images.</param>
    /// <exception cref="LatException">The folder is not empty, or cannot be written.</exception>
    public static void Write(string path, ReviewBatch batch, IReviewFormat format, IEnumerable<(string FileName, byte[] Bytes)> images)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new LatException($"'{path}' exists already and is not empty. Name another folder, or remove it first.");
        }

        var aside = FormattableString.Invariant($"{target}.{Environment.ProcessId}.partial");
        try
        {
            foreach (var (name, bytes) in images)
            {
                var file = Path.GetFullPath(Path.Combine(aside, Images, name));
                if (!file.StartsWith(Path.Combine(aside, Images) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    throw new LatException($"The image's name '{name}' leads out of the folder. Name the images of the dataset by paths below it.");
                }

                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, bytes);
            }

            foreach (var (name, text) in format.Write(batch).Append(KeyValuePair.Create(ReviewBatchFile.FileName, ReviewBatchFile.Write(batch)))
                .Append(KeyValuePair.Create(ReviewQueueTable.FileName, ReviewQueueTable.Write(batch))))
            {
                File.WriteAllText(Path.Combine(aside, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(aside, target);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LatException($"Cannot write '{path}': {fault.Message} Free the space, or name a folder that may be written to.", fault);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }
}
