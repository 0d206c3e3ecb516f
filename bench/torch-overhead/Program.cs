// Prints "<case> <nanoseconds>" for each case: the fastest of many batches, so that other load on the machine counts little.
using System.Diagnostics;
using System.Globalization;
using Lat.Bench.TorchOverhead;
using TorchSharp;

var threads = int.Parse(args[0], CultureInfo.InvariantCulture);
torch.set_num_threads(threads);
foreach (var (name, calls, body) in Cases.All())
{
    for (var i = 0; i < Math.Min(calls * 20, 20000); i++)
    {
        body();
    }

    var best = double.PositiveInfinity;
    var total = Stopwatch.StartNew();
    while (total.ElapsedMilliseconds < 1000)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            body();
        }

        best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls);
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {best:F0}"));
}
