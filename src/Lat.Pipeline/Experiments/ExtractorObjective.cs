namespace Lat.Pipeline;

/// <summary>What the frozen extractor learns from the training images of all datasets at once.</summary>
public enum ExtractorObjective
{
    /// <summary>Every dataset's own classes, each image's logits masked to its own space: features that tell classes, not datasets, apart.</summary>
    Native,

    /// <summary>Every dataset's own classes in one softmax without a mask.</summary>
    NativeUnmasked,

    /// <summary>One class, `object`.</summary>
    Objectness,
}
