using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's dimensions.</summary>
    public struct Size : IEnumerable<long>
    {
        private readonly long[]? _shape;

        /// <summary>From sizes.</summary>
        public Size(long[] shape) => _shape = shape;

        /// <summary>From sizes.</summary>
        public Size(IEnumerable<long> shape) => _shape = [.. shape];

        /// <summary>The sizes.</summary>
        public readonly long[] Shape => _shape ?? [];

        /// <summary>The number of dimensions.</summary>
        public readonly int Length => Shape.Length;

        /// <summary>One size.</summary>
        public readonly long this[int idx] => Shape[idx];

        /// <summary>The number of elements.</summary>
        public readonly long numel() => Shape.TotalSize();

        public static implicit operator Size(long[] size) => new(size);

        public static implicit operator Size(long size) => new([size]);

        /// <inheritdoc/>
        public readonly IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        readonly IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
