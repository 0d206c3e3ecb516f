using System.Runtime.Serialization;

namespace Lat.Detection;

/// <summary>The rule by which a gradient changes the weights.</summary>
public enum OptimizerKind
{
    /// <summary>Stochastic gradient descent with momentum, as torch.optim.SGD.</summary>
    Sgd,

    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, 2019), as torch.optim.AdamW with its default betas.</summary>
    [EnumMember(Value = "adamw")]
    AdamW,
}
