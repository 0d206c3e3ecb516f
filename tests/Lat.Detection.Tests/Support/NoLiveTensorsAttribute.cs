using System.Reflection;
using TorchSharp;
using Xunit.Sdk;

namespace Lat.Detection.Tests;

/// <summary>Fails a test after which more tensors of its thread are alive than before.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NoLiveTensorsAttribute : BeforeAfterTestAttribute
{
    private long _before;

    public override void Before(MethodInfo methodUnderTest) => _before = Live;

    public override void After(MethodInfo methodUnderTest)
    {
        if (Live != _before)
        {
            throw new XunitException($"{methodUnderTest.Name} left {Live - _before} tensors alive.");
        }
    }

    public static long Live => DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
}
