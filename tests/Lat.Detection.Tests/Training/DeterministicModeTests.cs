using TorchSharp;

namespace Lat.Detection.Tests;

public class DeterministicModeTests
{
    [Fact]
    public void OnTheCpuThereIsNothingToSwitch()
    {
        using var network = Some.TinyNetwork();
        Assert.Null(DeterministicMode.Begin(network));
    }

    [Fact]
    public void WithoutAWorkspaceCublasMayReorderSumsWhichIsRefused()
    {
        var failure = Assert.Throws<LatException>(() => DeterministicMode.Begin(null, typeof(Switch)));
        Assert.Contains("CUBLAS_WORKSPACE_CONFIG=:4096:8", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALibraryThatCannotPassTheSwitchOnIsRefusedWithWhatToDo()
    {
        var failure = Assert.Throws<LatException>(() => DeterministicMode.Begin(":4096:8", typeof(Unfinished)));
        Assert.Contains("leave 'deterministic' out", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSwitchIsTurnedOnAndBack()
    {
        using (DeterministicMode.Begin(":4096:8", typeof(Switch)))
        {
            Assert.True(Switch.IsOn);
        }

        Assert.False(Switch.IsOn);
    }

    /// <summary>A library whose switch works.</summary>
    private static class Switch
    {
        public static bool IsOn { get; private set; }

        public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false)
        {
            IsOn = mode && !warn_only;
            return new Off();
        }

        private sealed class Off : IDisposable
        {
            public void Dispose() => IsOn = false;
        }
    }

    /// <summary>A library that has only its name.</summary>
    private static class Unfinished
    {
        public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false) => throw new NotImplementedException();
    }
}
