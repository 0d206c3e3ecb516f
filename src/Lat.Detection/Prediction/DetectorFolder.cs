using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>A trained detector on disk: weights and a description beside them.</summary>
public static class DetectorFolder
{
    public const string WeightsFile = "weights.safetensors";

    public const string DescriptionFile = "detector.json";

    /// <summary>Writes both files; equal networks give equal bytes.</summary>
    public static void Save(FasterRcnn network, DetectorDescription description, string folder)
    {
        Directory.CreateDirectory(folder);
        NetworkWeights.Save(network, Path.Combine(folder, WeightsFile));
        var path = Path.Combine(folder, DescriptionFile);
        File.WriteAllText(path + ".partial", description.ToJson());
        File.Move(path + ".partial", path, overwrite: true);
    }

    /// <summary>The network, in evaluation mode, and what it is.</summary>
    /// <exception cref="LatException">A file is missing or damaged, or the weights are of another network.</exception>
    public static (FasterRcnn Network, DetectorDescription Description) Load(string folder, Device device) =>
        File.Exists(Path.Combine(folder, DescriptionFile))
            ? Load(Path.Combine(folder, WeightsFile), Path.Combine(folder, DescriptionFile), device)
            : throw new LatException($"No detector in '{folder}': it has no {DescriptionFile}.");

    /// <summary>The same from two files that need not lie in one folder.</summary>
    /// <exception cref="LatException">A file is missing or damaged, or the weights are of another network.</exception>
    public static (FasterRcnn Network, DetectorDescription Description) Load(string weightsPath, string descriptionPath, Device device)
    {
        var description = DetectorDescription.Parse(File.ReadAllText(descriptionPath), descriptionPath);
        var network = new FasterRcnn(description.Options, description.ClassCount, default, device);
        try
        {
            NetworkWeights.Load(network, weightsPath);
        }
        catch
        {
            network.Dispose();
            throw;
        }

        network.eval();
        return (network, description);
    }
}
