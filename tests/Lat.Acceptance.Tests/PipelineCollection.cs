namespace Lat.Acceptance.Tests;

/// <summary>The tests that share one cold run, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class PipelineCollection : ICollectionFixture<PipelineFixture>
{
    public const string Name = "one cold run";
}
