using Lat.Core;

namespace Lat.Transfer;

/// <summary>What a user reads when a feature file cannot be read.</summary>
internal static class FeatureFileFault
{
    public static LatException Incomplete(string path, string how) => new($"Not a complete feature file: {path}: {how}. Delete it and run the stage again.");

    public static LatException Inaccessible(string path, Exception cause) => cause is FileNotFoundException or DirectoryNotFoundException
        ? new LatException($"There is no feature file '{path}'. Run the features stage first.", cause)
        : new LatException($"The feature file '{path}' cannot be read: {cause.Message.TrimEnd('.')}. Check its permissions.", cause);

    public static LatException NoImage(string path, string fileName) => new(
        $"No features for the image '{fileName}': the features were computed for another set. Run the features stage again ({path}).");

    public static LatException CutOff(string path, string fileName) => new(
        $"The features of '{fileName}' end early: {path} was cut off while it was in use. Delete it and run the features stage again.");
}
