namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Attention of queries [..., L, E] over keys [..., S, E] and values [..., S, V].
            /// A boolean mask keeps where it is true; a floating-point one is added to the scores.
            /// </summary>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false) =>
                Operators.scaled_dot_product_attention.Exists
                    ? Operators.scaled_dot_product_attention.Call(query, key, value, attn_mask, p, is_casual)
                    : Composed(query, key, value, attn_mask, p, is_casual);

            // libtorch has the operator from 2.0 on.
            private static Tensor Composed(Tensor query, Tensor key, Tensor value, Tensor? mask, double p, bool causal)
            {
                if (mask is null && p == 0 && !causal && IsManyLarge(query, key, value))
                {
                    return MatrixByMatrix(query, key, value);
                }

                using var scope = NewDisposeScope();
                var scores = query.mul(1 / Math.Sqrt(query.size(-1))).matmul(key.transpose(-2, -1));
                if (causal)
                {
                    mask = ones([query.size(-2), key.size(-2)], ScalarType.Bool, query.device).tril();
                }

                if (mask is not null)
                {
                    scores = mask.dtype == ScalarType.Bool ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores.add(mask);
                }

                var weights = scores.softmax(-1);
                return dropout(weights, p).matmul(value).MoveToOuterDisposeScope();
            }

            private static bool IsManyLarge(Tensor query, Tensor key, Tensor value) =>
                query.dim() > 2
                && query.size(-2) * key.size(-2) >= 1 << 16
                && query.shape[..^2].SequenceEqual(key.shape[..^2])
                && key.shape[..^1].SequenceEqual(value.shape[..^1]);

            /// <summary>Matrix by matrix: the scores of one of them stay in a cache that those of all would leave.</summary>
            private static Tensor MatrixByMatrix(Tensor query, Tensor key, Tensor value)
            {
                using var scope = NewDisposeScope();
                var (queries, keys, values) = (query.flatten(0, -3), key.flatten(0, -3), value.flatten(0, -3));
                var mixed = new List<Tensor>();
                for (var matrix = 0L; matrix < queries.size(0); matrix++)
                {
                    using var inner = NewDisposeScope();
                    using var scores = queries.select(0, matrix).mul(1 / Math.Sqrt(query.size(-1))).matmul(keys.select(0, matrix).t());
                    using var weights = scores.softmax(-1);
                    mixed.Add(weights.matmul(values.select(0, matrix)).MoveToOuterDisposeScope());
                }

                return stack(mixed).view([.. query.shape[..^1], value.size(-1)]).MoveToOuterDisposeScope();
            }
        }
    }
}
