using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>A trained detector on disk: weights and a description beside them.</summary>
public static class DetectorFolder
{
    public const string WeightsFile = "weights.safetensors";

    public const string DescriptionFile = "detector.json";

    /// <summary>Writes both files; equal networks give equal bytes.</summary>
    public static void Save(DetectorNetwork network, DetectorDescription description, string folder)
    {
        Directory.CreateDirectory(folder);
        NetworkWeights.Save(network, Path.Combine(folder, WeightsFile));
        var path = Path.Combine(folder, DescriptionFile);
        File.WriteAllText(path + ".partial", description.ToJson());
        File.Move(path + ".partial", path, overwrite: true);
    }

    /// <summary>The network, in evaluation mode, and what it is.</summary>
    /// <exception cref="LatException">A file is missing or damaged, or the weights are of another network.</exception>
    public static (DetectorNetwork Network, DetectorDescription Description) Load(string folder, Device device)
    {
        RequireDescription(folder);
        return Load(Path.Combine(folder, WeightsFile), Path.Combine(folder, DescriptionFile), device);
    }

    /// <summary>The same from two files that need not lie in one folder.</summary>
    /// <exception cref="LatException">A file is missing or damaged, or the weights are of another network.</exception>
    public static (DetectorNetwork Network, DetectorDescription Description) Load(string weightsPath, string descriptionPath, Device device)
    {
        var description = DetectorDescription.Parse(File.ReadAllText(descriptionPath), descriptionPath);
        return (Filled(DetectorNetworks.Create(description, default, device), weightsPath), description);
    }

    /// <summary>The same of a Faster R-CNN, where another architecture will not do.</summary>
    /// <exception cref="LatException">A file is missing or damaged, the weights are of another network, or it is another architecture.</exception>
    public static (FasterRcnn Network, DetectorDescription Description) LoadFasterRcnn(string folder, Device device)
    {
        RequireDescription(folder);
        return LoadFasterRcnn(Path.Combine(folder, WeightsFile), Path.Combine(folder, DescriptionFile), device);
    }

    /// <inheritdoc cref="LoadFasterRcnn(string, Device)"/>
    public static (FasterRcnn Network, DetectorDescription Description) LoadFasterRcnn(string weightsPath, string descriptionPath, Device device)
    {
        var description = DetectorDescription.Parse(File.ReadAllText(descriptionPath), descriptionPath);
        return description.DeformableDetr is null
            ? (Filled(new FasterRcnn(description.Options, description.ClassCount, default, device), weightsPath), description)
            : throw new LatException($"'{descriptionPath}' describes a Deformable DETR; a Faster R-CNN is needed here. Name the folder of one.");
    }

    private static void RequireDescription(string folder)
    {
        if (!File.Exists(Path.Combine(folder, DescriptionFile)))
        {
            throw new LatException($"No detector in '{folder}': it has no {DescriptionFile}.");
        }
    }

    private static T Filled<T>(T network, string weightsPath)
        where T : DetectorNetwork
    {
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
        return network;
    }
}
