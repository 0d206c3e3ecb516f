namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resizes the spatial dimensions to <paramref name="size"/> or by <paramref name="scale_factor"/>.</summary>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                if ((size is null) == (scale_factor is null))
                {
                    throw new ArgumentException("Exactly one of size and scale_factor must be given.");
                }

                var spatial = (int)x.Dimensions - 2;
                var target = size is { Length: 1 } && spatial > 1 ? [.. Enumerable.Repeat(size[0], spatial)] : size;
                var scales = scale_factor is { Length: 1 } && spatial > 1 ? [.. Enumerable.Repeat(scale_factor[0], spatial)] : scale_factor;
                if (recompute_scale_factor && scales is not null)
                {
                    target = [.. x.shape.Skip(2).Zip(scales, (side, scale) => (long)Math.Floor(side * scale))];
                    scales = null;
                }

                var corners = align_corners ?? false;
                return (mode, spatial, antialias) switch
                {
                    (InterpolationMode.Nearest, 1, false) => Operators.upsample_nearest1d__vec.Call(x, target, scales),
                    (InterpolationMode.Nearest, 2, false) => Operators.upsample_nearest2d__vec.Call(x, target, scales),
                    (InterpolationMode.NearestExact, 2, false) => Operators._upsample_nearest_exact2d__vec.Call(x, target, scales),
                    (InterpolationMode.Linear, 1, false) => Operators.upsample_linear1d__vec.Call(x, target, corners, scales),
                    (InterpolationMode.Bilinear, 2, false) => Operators.upsample_bilinear2d__vec.Call(x, target, corners, scales),
                    (InterpolationMode.Bilinear, 2, true) => Operators._upsample_bilinear2d_aa__vec.Call(x, target, corners, scales),
                    (InterpolationMode.Bicubic, 2, false) => Operators.upsample_bicubic2d__vec.Call(x, target, corners, scales),
                    (InterpolationMode.Bicubic, 2, true) => Operators._upsample_bicubic2d_aa__vec.Call(x, target, corners, scales),
                    (InterpolationMode.Area, 2, false) => adaptive_avg_pool2d(
                        x, target ?? [.. x.shape.Skip(2).Zip(scales!, (side, scale) => (long)Math.Floor(side * scale))]),
                    _ => throw new NotSupportedException($"interpolate: {mode} on {spatial} spatial dimensions{(antialias ? " with antialias" : "")}."),
                };
            }

            private static Tensor Normalized(Tensor input, double p, long dim, double eps)
            {
                using var norm = Operators.norm__ScalarOpt_dim.Call(input, p, new[] { dim }, true);
                using var safe = norm.clamp_min(eps);
                using var fitting = safe.expand_as(input);
                return input.div(fitting);
            }
        }
    }
}
