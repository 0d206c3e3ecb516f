using Lat.Core;

namespace Lat.Detection;

/// <summary>
/// Batches of upright images alone and of wide images alone, as Detectron2's AspectRatioGroupedDataset makes them: the walk goes into one of
/// two heaps, and a heap that fills a batch is the next batch. A function of the iteration: an earlier one is found by walking again.
/// </summary>
internal sealed class GroupedBatches(ShuffledPool pool, int batchSize, Func<int, bool> isUpright)
{
    /// <summary>Threads ask for neighbouring iterations in no strict order; so far back it costs nothing.</summary>
    private const int Remembered = 256;

    private readonly List<int> _upright = [], _wide = [];
    private readonly Dictionary<long, EquatableArray<int>> _recent = [];
    private long _position, _made;

    /// <summary>The batch of an iteration, from 0.</summary>
    public EquatableArray<int> At(long iteration)
    {
        if (iteration < _made && !_recent.ContainsKey(iteration))
        {
            (_position, _made) = (0, 0);
            _upright.Clear();
            _wide.Clear();
            _recent.Clear();
        }

        while (_made <= iteration)
        {
            _recent[_made++] = Next();
            _recent.Remove(_made - 1 - Remembered);
        }

        return _recent[iteration];
    }

    private EquatableArray<int> Next()
    {
        while (true)
        {
            var index = pool.At(_position++);
            var heap = isUpright(index) ? _upright : _wide;
            heap.Add(index);
            if (heap.Count == batchSize)
            {
                var batch = heap.ToEquatableArray();
                heap.Clear();
                return batch;
            }
        }
    }
}
