using Lat.Detection;

namespace Lat.Bench.Training;

/// <summary>Keeps what a training reports.</summary>
internal sealed class Reports : List<TrainingProgress>, IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => Add(value);
}
