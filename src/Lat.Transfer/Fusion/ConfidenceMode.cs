namespace Lat.Transfer;

/// <summary>How a proposal's confidence S_c weighs on the attention that it receives.</summary>
public enum ConfidenceMode
{
    /// <summary>Its logarithm is added to the logits: a low confidence never gains weight.</summary>
    LogAdd,

    /// <summary>The softmax is multiplied by it and normalised again.</summary>
    PostMultiply,

    /// <summary>The logits are multiplied by it: the paper's words. A negative logit grows by it (docs/method.md).</summary>
    Literal,
}
