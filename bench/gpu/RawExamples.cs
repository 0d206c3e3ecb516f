using System.Runtime.InteropServices;
using Lat.Core;
using Lat.Detection;
using Microsoft.Win32.SafeHandles;

namespace Lat.Bench.Gpu;

/// <summary>The images and boxes that step.py wrote: bytes of red, green and blue, one image after the other.</summary>
internal sealed class RawExamples(string folder, Case what) : IExampleSource, IDisposable
{
    private const int NumbersOfABox = 5;

    private readonly SafeFileHandle _pixels = File.OpenHandle(Path.Combine(folder, "pixels"));
    private readonly float[] _boxes = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, "boxes"))).ToArray();

    public int Count => what.Images;

    public TrainingExample Get(int index, RandomStream augmentation)
    {
        var image = new RgbImage(what.Size);
        for (var read = 0; read < image.Pixels.Length;)
        {
            read += RandomAccess.Read(_pixels, image.Pixels.AsSpan(read), ((long)index * image.Pixels.Length) + read);
        }

        var annotations = Enumerable.Range(index * what.Boxes, what.Boxes)
            .Select(box => _boxes.AsSpan(box * NumbersOfABox, NumbersOfABox).ToArray())
            .Select(row => new Annotation(new Box(row[0], row[1], row[2], row[3]), (int)row[4] - 1));
        return new TrainingExample(image, annotations.ToEquatableArray());
    }

    public ImageSize? SizeOf(int index) => what.Size;

    public void Dispose() => _pixels.Dispose();
}
