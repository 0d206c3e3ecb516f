using System.Globalization;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>Puts training progress into words, on the thread that trains.</summary>
public sealed class ReportedProgress(Action<string> report) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => report(string.Create(
        CultureInfo.InvariantCulture,
        $"iteration {value.Iteration}/{value.Iterations}  loss {value.Losses.Sum(loss => loss.Value):0.000}  rate {value.LearningRate:0.#####}  {value.ImagesPerSecond:0} images/s  data wait {value.DataWaitShare:0%}  {value.Remaining.TotalSeconds:0} s left"));
}
