using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// Where a token is, as sines and cosines of many wavelengths (Vaswani et al., 2017; Carion et al., 2020): half of the channels tell y, half x, both as
/// shares of the image. In padding, which nothing sees, it is the image's last row or column.
/// </summary>
internal static class SinePositions
{
    private const double Temperature = 10000;
    private const float Circle = (float)(2 * Math.PI);

    /// <summary>[N, S, C] for the tokens of a layout.</summary>
    public static Tensor Of(TokenLayout layout, int channels, Device device)
    {
        using var scope = NewDisposeScope();
        var levels = new Tensor[layout.Levels.Count];
        for (var level = 0; level < levels.Length; level++)
        {
            var (height, width) = layout.Levels[level];
            var rows = Table(layout.ImageCount, height, channels / 2, image => layout.ValidHeight(image, level), device);   // [N, h, C/2]
            var columns = Table(layout.ImageCount, width, channels / 2, image => layout.ValidWidth(image, level), device);  // [N, w, C/2]
            long[] shape = [layout.ImageCount, height, width, channels / 2];
            levels[level] = cat([rows.unsqueeze(2).expand(shape), columns.unsqueeze(1).expand(shape)], 3).reshape(shape[0], height * width, channels);
        }

        return scope.MoveToOuter(cat(levels, 1));
    }

    /// <summary>The same for boxes: [N, Q, 4] shares to [N, Q, 2 C], a quarter for each of the four numbers.</summary>
    public static Tensor OfBoxes(Tensor boxes, int channels)
    {
        using var scope = NewDisposeScope();
        var half = channels / 2;
        var angles = boxes.mul(Circle).unsqueeze(3).div(tensor(Wavelengths(half), device: boxes.device));                  // [N, Q, 4, C/2]
        var pairs = angles.reshape(boxes.shape[0], boxes.shape[1], 4, half / 2, 2).unbind(4);
        return scope.MoveToOuter(stack([pairs[0].sin(), pairs[1].cos()], 4).flatten(2));
    }

    private static Tensor Table(int images, int side, int channels, Func<int, int> validOf, Device device)
    {
        var wavelengths = Wavelengths(channels);
        var values = new float[images * side * channels];
        for (var image = 0; image < images; image++)
        {
            var valid = validOf(image);
            for (var at = 0; at < side; at++)
            {
                var angle = (Math.Min(at, valid - 1) + 0.5f) / (valid + 1e-6f) * Circle;
                for (var channel = 0; channel < channels; channel++)
                {
                    var turned = angle / wavelengths[channel];
                    values[(((image * side) + at) * channels) + channel] = channel % 2 == 0 ? MathF.Sin(turned) : MathF.Cos(turned);
                }
            }
        }

        return tensor(values, [images, side, channels], device: device);
    }

    /// <summary>Each for two channels, one of the sine and one of the cosine.</summary>
    private static float[] Wavelengths(int channels) =>
        [.. Enumerable.Range(0, channels).Select(channel => (float)Math.Pow(Temperature, 2.0 * (channel / 2) / channels))];
}
