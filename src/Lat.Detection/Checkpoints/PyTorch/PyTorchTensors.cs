using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>Builds tensors from what a pickle says of them, and refuses those that do not lie inside their storage.</summary>
internal static class PyTorchTensors
{
    private const int MostAxes = 64;

    /// <summary>A view that repeats elements may not be larger than this: a few bytes of a file could claim all memory.</summary>
    private const long MostRepeatedBytes = 1 << 20;

    public static PickleTensor Build(PickleInput input, PickleStorage storage, ScalarType? elementType, long offset, PickleTuple shape, PickleTuple strides)
    {
        var type = elementType ?? throw input.Fault("a tensor has no known element type");
        var (sides, steps) = (Numbers(input, shape), Numbers(input, strides));
        if (sides.Length != steps.Length || sides.Length > MostAxes || offset < 0)
        {
            throw input.Fault($"a tensor has {sides.Length} sides, {steps.Length} strides and the offset {offset}");
        }

        var size = SafeTensorsType.SizeOf(type);
        var available = storage.Type is null ? storage.Count / size : storage.Count;
        var form = $"a tensor [{string.Join(", ", sides)}] with strides [{string.Join(", ", steps)}] from element {offset}";
        try
        {
            checked
            {
                var count = sides.Aggregate(1L, (product, side) => product * side);
                var last = offset + sides.Zip(steps, (side, step) => Math.Max(side - 1, 0) * step).Sum();
                if (storage.Type is { } stored && stored != type)
                {
                    throw input.Fault($"a tensor of type {type} views a storage of type {stored}");
                }

                if (count > 0 && last >= available)
                {
                    throw input.Fault($"{form} does not lie inside its storage '{storage.Key}' of {available} elements");
                }

                if (count > available && count * size > MostRepeatedBytes)
                {
                    throw input.Fault($"{form} repeats the {available} elements of its storage '{storage.Key}' too often; save it contiguous");
                }

                _ = (storage.ViewOffset + last + 1) * size;
            }
        }
        catch (OverflowException)
        {
            throw input.Fault($"{form} is larger than anything");
        }

        return new PickleTensor(storage, type, storage.ViewOffset + offset, sides, steps);
    }

    private static long[] Numbers(PickleInput input, PickleTuple tuple) =>
        [.. tuple.Items.Select(item => item is long and >= 0 and var number ? number : throw input.Fault("a side or a stride is not a whole number"))];
}
