namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether sizes and all elements are the same.</summary>
        public bool Equals(Tensor target) => Operators.equal.CallBool(this, target);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is Tensor other && (ReferenceEquals(this, other) || Equals(other));

        /// <inheritdoc/>
        public override int GetHashCode() => base.GetHashCode();
    }
}
