namespace Lat.Pipeline;

/// <summary>Work on all cores whose results come in order, a few at a time: what is made of them is the same on any number of cores.</summary>
internal static class OrderedWork
{
    /// <summary>The results of the numbers from 0, each computed once, while the consumer is at most a few behind.</summary>
    /// <param name="count">How many.</param>
    /// <param name="work">Computes one; called from several threads.</param>
    /// <param name="workers">How many are computed at once, at least 1.</param>
    public static IEnumerable<T> Select<T>(int count, Func<int, T> work, int workers)
    {
        var running = new Queue<Task<T>>(workers + 1);
        try
        {
            for (var next = 0; next < count || running.Count > 0;)
            {
                // One more than there are workers: the next begins while the consumer is busy with the first.
                while (next < count && running.Count <= workers)
                {
                    var index = next++;
                    running.Enqueue(Task.Run(() => work(index)));
                }

                yield return running.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            // Whoever stops early leaves nothing running; what the rest would have thrown interests nobody.
            Task.WhenAll(running).ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }
    }
}
