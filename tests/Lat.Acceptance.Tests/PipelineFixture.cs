using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>One cold run that the tests share: its store is filled once, and every test says what it reuses.</summary>
public sealed class PipelineFixture : IDisposable
{
    private readonly Workshop _workshop = new(MiniatureExperiment.Yaml);

    public PipelineFixture()
    {
        ExitCode = _workshop.Run(PipelineGoal.Benchmark);
        Printed = _workshop.Printed;
        RanCold = _workshop.Ran;
    }

    public int ExitCode { get; }

    public string Printed { get; }

    public IReadOnlyList<string> RanCold { get; }

    internal Workshop Workshop => _workshop;

    public void Dispose() => _workshop.Dispose();
}
