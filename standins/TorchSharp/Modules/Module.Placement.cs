namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Moves parameters and buffers to a device and converts the floating-point ones.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) => Place(device, dtype, non_blocking);

            /// <summary>Moves parameters and buffers to a device.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                Place(new Device(deviceType, deviceIndex), null, non_blocking);

            /// <summary>Converts floating-point parameters and buffers.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => Place(null, dtype, non_blocking);

            private Module Place(Device? device, ScalarType? dtype, bool nonBlocking)
            {
                using var still = no_grad();
                foreach (var (_, parameter) in _internal_params)
                {
                    if (parameter is not null)
                    {
                        parameter.grad = null;
                        Replace(parameter, device, dtype, nonBlocking);
                    }
                }

                foreach (var (_, (buffer, _)) in _internal_buffers)
                {
                    if (buffer is not null)
                    {
                        Replace(buffer, device, dtype, nonBlocking);
                    }
                }

                foreach (var module in children())
                {
                    module.Place(device, dtype, nonBlocking);
                }

                return this;
            }

            // The handle stays, so that optimizers and fields keep seeing the tensor.
            private static unsafe void Replace(Tensor tensor, Device? device, ScalarType? dtype, bool nonBlocking)
            {
                var type = dtype is { } wanted && tensor.is_floating_point() ? wanted : tensor.dtype;
                using var moved = tensor.to(type, device ?? tensor.device, non_blocking: nonBlocking);
                NativeApi.Check(NativeApi.Table.SetData(tensor.Handle, moved.Handle));
            }
        }
    }
}
