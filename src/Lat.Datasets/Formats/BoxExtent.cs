namespace Lat.Datasets;

/// <summary>What part of an object its box encloses.</summary>
public enum BoxExtent
{
    /// <summary>The visible part only (modal).</summary>
    Visible,

    /// <summary>The whole object, the hidden part as the annotator guesses it (amodal).</summary>
    Full,

    /// <summary>What the renderer of a synthetic dataset made of it.</summary>
    Rendered,

    /// <summary>The format does not say; each dataset in it has its own habit.</summary>
    Unstated,
}
