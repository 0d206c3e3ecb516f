namespace Lat.Datasets;

/// <summary>Takes frames of videos evenly in time. Neighbouring frames of a video are nearly the same image.</summary>
public static class SequenceSampling
{
    /// <summary>
    /// The first, and then every n-th frame of each sequence in the order of <see cref="FrameKey.Order"/>; images of no sequence all stay.
    /// Counts frames, not their numbers: a sequence whose numbers have gaps is thinned as evenly as one without.
    /// </summary>
    /// <param name="dataset">What was read.</param>
    /// <param name="step">At least 1; 1 keeps all.</param>
    public static ImportedDataset EveryNthFrame(ImportedDataset dataset, int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (step == 1)
        {
            return dataset;
        }

        var kept = new List<int>();
        var sequences = new Dictionary<string, List<(long Order, int Index)>>(StringComparer.Ordinal);
        for (var index = 0; index < dataset.Images.Count; index++)
        {
            if (dataset.Images[index].Frame is not { } frame)
            {
                kept.Add(index);
            }
            else if (sequences.TryGetValue(frame.Sequence, out var frames))
            {
                frames.Add((frame.Order, index));
            }
            else
            {
                sequences.Add(frame.Sequence, [(frame.Order, index)]);
            }
        }

        foreach (var frames in sequences.Values)
        {
            frames.Sort();
            for (var index = 0; index < frames.Count; index += step)
            {
                kept.Add(frames[index].Index);
            }
        }

        kept.Sort();
        return dataset.Choose(kept);
    }
}
