namespace TorchSharp;

public static partial class torch
{
    /// <summary>One part of an index expression: a number, a range, a tensor, <c>None</c> or <c>...</c>.</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            Null,
            None,
            Ellipsis,
            Bool,
            Single,
            Slice,
            Tensor,
        }

        internal Kind Type { get; private init; }

        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Indices { get; private init; }

        /// <summary>A new dimension of size one.</summary>
        public static TensorIndex None = new() { Type = Kind.None };

        /// <summary>As many whole dimensions as are left.</summary>
        public static TensorIndex Ellipsis = new() { Type = Kind.Ellipsis };

        /// <summary>A whole dimension.</summary>
        public static TensorIndex Colon = new() { Type = Kind.Slice };

        /// <summary>A whole dimension.</summary>
        public static TensorIndex Null = new() { Type = Kind.Null };

        /// <summary>A range with a step.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Type = Kind.Slice, Start = start, Stop = stop, Step = step };

        /// <summary>A range.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        /// <summary>A range.</summary>
        public static TensorIndex Slice(Range range) => Slice(Value(range.Start), range.End.Equals(Index.End) ? null : Value(range.End));

        /// <summary>A truth value.</summary>
        public static TensorIndex Bool(bool value) => new() { Type = Kind.Bool, Start = value ? 1 : 0 };

        /// <summary>One place, which removes the dimension.</summary>
        public static TensorIndex Single(long? index) => new() { Type = Kind.Single, Start = index };

        /// <summary>Places or a mask.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new() { Type = Kind.Tensor, Indices = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(Value(index));

        private static long Value(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
