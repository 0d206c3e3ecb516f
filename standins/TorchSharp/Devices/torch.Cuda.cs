namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether libtorch was built for CUDA and sees a device.</summary>
    public static bool cuda_is_available() => cuda.device_count() > 0;

    /// <summary>CUDA devices.</summary>
    public static partial class cuda
    {
        /// <inheritdoc cref="cuda_is_available"/>
        public static bool is_available() => device_count() > 0;

        /// <summary>Whether cuDNN can be used.</summary>
        public static unsafe bool is_cudnn_available()
        {
            int available;
            NativeApi.Check(NativeApi.Table.Cudnn(&available));
            return available != 0;
        }

        /// <summary>The number of devices, 0 in a build without CUDA.</summary>
        public static unsafe int device_count()
        {
            int count;
            NativeApi.Check(NativeApi.Table.CudaDevices(&count));
            return count;
        }

        /// <summary>Seeds the devices' generators.</summary>
        public static void manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="manual_seed"/>
        public static void manual_seed_all(long seed) => torch.manual_seed(seed);

        /// <summary>Waits until a device has finished what it was given; null means the current one.</summary>
        public static unsafe void synchronize(Device? device = null) =>
            NativeApi.Check(NativeApi.Table.CudaSynchronize((device ?? new Device(DeviceType.CUDA)).Packed));
    }
}
