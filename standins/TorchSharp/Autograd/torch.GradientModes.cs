namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops the recording of gradients until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradientMode(false);

    /// <summary>Starts the recording of gradients until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradientMode(enabled);

    /// <inheritdoc cref="enable_grad"/>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradientMode(mode);

    /// <summary>Whether gradients are recorded.</summary>
    public static unsafe bool is_grad_enabled() => NativeApi.Table.GradEnabled() != 0;

    /// <summary>Makes tensors that can never take part in gradients, which is faster still than <see cref="no_grad"/>.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Whether inference mode is on.</summary>
    public static unsafe bool is_inference_mode_enabled() => NativeApi.Table.InferenceEnabled() != 0;

    private sealed unsafe class GradientMode : IDisposable
    {
        private readonly int _previous = NativeApi.Table.GradEnabled();

        internal GradientMode(bool enabled) => NativeApi.Table.SetGradEnabled(enabled ? 1 : 0);

        public void Dispose() => NativeApi.Table.SetGradEnabled(_previous);
    }

    private sealed unsafe class InferenceMode(bool enabled) : IDisposable
    {
        private nint _guard = NativeApi.Table.EnterInference(enabled ? 1 : 0);

        public void Dispose()
        {
            var guard = Interlocked.Exchange(ref _guard, 0);
            if (guard != 0)
            {
                NativeApi.Table.LeaveInference(guard);
            }
        }
    }
}
