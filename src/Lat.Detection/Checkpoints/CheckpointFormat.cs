namespace Lat.Detection;

/// <summary>How a checkpoint lies in its file. Found by content, never by the file's name.</summary>
public enum CheckpointFormat
{
    /// <summary>A JSON header and raw numbers.</summary>
    SafeTensors,

    /// <summary>PyTorch's zip archive with a pickle and one entry for each storage: `torch.save` since 1.6.</summary>
    PyTorchZip,

    /// <summary>PyTorch's five pickles followed by the storages: `torch.save` before 1.6.</summary>
    PyTorchLegacy,
}
