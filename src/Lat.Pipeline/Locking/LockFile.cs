using System.Text;
using Lat.Core;
using Lat.Experiments;

namespace Lat.Pipeline;

/// <summary>The file of an experiment's lock, beside the experiment's own.</summary>
public static class LockFile
{
    /// <summary>What stands in place of `.yaml`.</summary>
    public const string Extension = ".lock.yaml";

    /// <summary>Where the lock of an experiment lies.</summary>
    /// <param name="experimentFile">The experiment's file.</param>
    public static string PathOf(string experimentFile) => Path.ChangeExtension(experimentFile, null) + Extension;

    /// <summary>Writes it aside and moves it into place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="experiment">What a user types after --experiment.</param>
    /// <param name="locked">Its content.</param>
    /// <exception cref="LatException">The file cannot be written.</exception>
    public static void Write(string path, string experiment, ExperimentLock locked)
    {
        var text = new StringBuilder()
            .Append("# What the results of this experiment stand on, and what they are. Made by: ./build.sh Lock --experiment ").Append(experiment).Append('\n')
            .Append("# To run on nothing else: ./build.sh Benchmark --experiment ").Append(experiment).Append(" --locked\n")
            .Append(ExperimentWriter.ToYaml(locked));
        try
        {
            File.WriteAllText(path + ".partial", text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(path + ".partial", path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LatException($"The lock cannot be written: {path}. {exception.Message}", exception);
        }
    }

    /// <exception cref="LatException">There is none, or it is not valid; all its faults are in the message.</exception>
    public static ExperimentLock Read(string path, string experiment) => File.Exists(path)
        ? ExperimentBinder.Bind<ExperimentLock>(ExperimentDocument.Load(path, []))
        : throw new LatException(
            $"There is no lock to run by: {path}. Run the experiment, then write it with ./build.sh Lock --experiment {experiment}; or leave out --locked.");
}
