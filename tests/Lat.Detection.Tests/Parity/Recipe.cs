using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;

namespace Lat.Detection.Tests;

/// <summary>Numbers that torchvision's side makes for itself too; the twin of eng/golden/torchvision/recipe.py, which explains them.</summary>
internal static class Recipe
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private static readonly (string Suffix, double Gain)[] Gains =
        [("cls_score.weight", 1.5), ("bbox_pred.weight", 0.3), ("cls_logits.weight", 1.5)];

    /// <summary>Numbers in [-1, 1) that belong to a name.</summary>
    public static double[] Numbers(string name, long count)
    {
        var seed = 0xCBF29CE484222325UL;
        foreach (var value in Encoding.UTF8.GetBytes(name))
        {
            seed = (seed ^ value) * 0x100000001B3;
        }

        var numbers = new double[count];
        for (var index = 0L; index < count; index++)
        {
            var z = seed + ((ulong)(index + 1) * Step);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z ^= z >> 31;
            numbers[index] = ((z >> 40) * (2.0 / (1 << 24))) - 1;
        }

        return numbers;
    }

    public static torch.Tensor Tensor(string name, long[] shape) =>
        torch.tensor([.. Numbers(name, shape.Aggregate(1L, (product, side) => product * side)).Select(value => (float)value)], shape);

    /// <summary>Gives every parameter and buffer of a network its numbers.</summary>
    public static void Fill(torch.nn.Module network)
    {
        foreach (var (name, tensor) in NetworkState.Of(network).Where(entry => !entry.Name.EndsWith("num_batches_tracked", StringComparison.Ordinal)))
        {
            var (offset, factor) = ScaleOf(name, tensor.shape);
            var values = MemoryMarshal.Cast<byte, float>(tensor.bytes);
            var numbers = Numbers(name, values.Length);
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = (float)(offset + (factor * numbers[index]));
            }
        }
    }

    /// <summary>Blocks of 8x8 pixels of one colour with a little noise.</summary>
    public static RgbImage Image(string name, int width, int height)
    {
        var (rows, columns) = ((height + 7) / 8, (width + 7) / 8);
        var blocks = Numbers(name + ".blocks", rows * columns * 3);
        var noise = Numbers(name + ".noise", height * width * 3);
        var image = new RgbImage(new ImageSize(width, height));
        for (var at = 0; at < image.Pixels.Length; at++)
        {
            var (pixel, channel) = Math.DivRem(at, 3);
            var (y, x) = Math.DivRem(pixel, width);
            var block = blocks[((((y / 8) * columns) + (x / 8)) * 3) + channel];
            image.Pixels[at] = (byte)(Math.Floor((block + 1) * 112) + Math.Floor((noise[at] + 1) * 16));
        }

        return image;
    }

    /// <summary>[count * 4] xyxy around points of an image, sides from 4 to 256 pixels, so that some are larger than the image.</summary>
    public static float[] Boxes(string name, int count, ImageSize size)
    {
        var drawn = Numbers(name, count * 4);
        var boxes = new float[count * 4];
        for (var at = 0; at < boxes.Length; at += 4)
        {
            var (x, y) = ((drawn[at] + 1) * (size.Width / 2.0), (drawn[at + 1] + 1) * (size.Height / 2.0));
            var (halfWidth, halfHeight) = (HalfSide(drawn[at + 2]), HalfSide(drawn[at + 3]));
            (boxes[at], boxes[at + 1]) = ((float)(x - halfWidth), (float)(y - halfHeight));
            (boxes[at + 2], boxes[at + 3]) = ((float)(x + halfWidth), (float)(y + halfHeight));
        }

        return boxes;
    }

    private static double HalfSide(double drawn) => 2.0 + (63.0 * (drawn + 1) * (drawn + 1) / 2.0);

    private static (double Offset, double Factor) ScaleOf(string name, long[] shape)
    {
        if (shape.Length > 1)
        {
            var gain = Gains.Where(entry => name.EndsWith(entry.Suffix, StringComparison.Ordinal)).Select(entry => (double?)entry.Gain).FirstOrDefault()
                ?? (name.Contains(".fpn.", StringComparison.Ordinal) ? 0.5 : 1);
            return (0, gain * Math.Sqrt(6.0 / shape.Skip(1).Aggregate(1L, (product, side) => product * side)));
        }

        return name.EndsWith("running_var", StringComparison.Ordinal) ? (1, 0.2)
            : name.EndsWith("weight", StringComparison.Ordinal) ? (0.5, 0.1)
            : (0, 0.1);
    }
}
