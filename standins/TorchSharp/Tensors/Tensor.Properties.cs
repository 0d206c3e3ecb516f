namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sizes, a fresh array.</summary>
        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[NativeApi.Table.Dim(Handle)];
                fixed (long* first = sizes)
                {
                    NativeApi.Table.Sizes(Handle, first);
                }

                return sizes;
            }
        }

        /// <summary>The element type.</summary>
        public unsafe ScalarType dtype => (ScalarType)NativeApi.Table.Dtype(Handle);

        /// <summary>The device.</summary>
        public unsafe Device device => Device.Unpack(NativeApi.Table.Device(Handle));

        /// <summary>The device's type.</summary>
        public DeviceType device_type => device.type;

        /// <summary>The device's index.</summary>
        public int device_index => device.index;

        /// <summary>The number of dimensions.</summary>
        public unsafe long Dimensions => NativeApi.Table.Dim(Handle);

        /// <inheritdoc cref="Dimensions"/>
        public long ndim => Dimensions;

        /// <summary>The number of elements.</summary>
        public unsafe long NumberOfElements => NativeApi.Table.Numel(Handle);

        /// <summary>The size of an element in bytes.</summary>
        public long ElementSize => dtype.ElementSize();

        /// <summary>Whether it lives on a CUDA device.</summary>
        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether it has sizes but no data.</summary>
        public bool is_meta => device_type == DeviceType.META;

        /// <summary>Whether it is a sparse tensor.</summary>
        public unsafe bool is_sparse => NativeApi.Table.IsSparse(Handle) != 0;

        /// <summary>The matrix with its two dimensions exchanged; for more dimensions, all of them reversed.</summary>
        public Tensor T => Operators.numpy_T.Call(this);

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <inheritdoc cref="Dimensions"/>
        public long dim() => Dimensions;

        /// <inheritdoc cref="shape"/>
        public long[] size() => shape;

        /// <summary>One size; a negative dimension counts from the end.</summary>
        public long size(int dim)
        {
            var sizes = shape;
            var wrapped = dim < 0 ? dim + sizes.Length : dim;
            return wrapped >= 0 && wrapped < sizes.Length
                ? sizes[wrapped]
                : throw new IndexOutOfRangeException($"Dimension {dim} is out of range of a tensor with {sizes.Length} dimensions.");
        }

        /// <inheritdoc cref="NumberOfElements"/>
        public long numel() => NumberOfElements;

        /// <inheritdoc cref="ElementSize"/>
        public long element_size() => ElementSize;

        /// <summary>The steps between neighbours in each dimension, in elements.</summary>
        public unsafe long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* first = strides)
            {
                NativeApi.Check(NativeApi.Table.Strides(Handle, first));
            }

            return strides;
        }

        /// <summary>The step in one dimension.</summary>
        public long stride(int dim) => stride()[Wrap(dim)];

        /// <summary>Where the first element lies in its storage, in elements.</summary>
        public unsafe long storage_offset()
        {
            long offset;
            NativeApi.Check(NativeApi.Table.StorageOffset(Handle, &offset));
            return offset;
        }

        /// <summary>Whether the elements lie in row-major order without gaps.</summary>
        public unsafe bool is_contiguous()
        {
            int contiguous;
            NativeApi.Check(NativeApi.Table.IsContiguous(Handle, &contiguous));
            return contiguous != 0;
        }

        /// <summary>Whether it lives in main memory.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>Whether the elements are floating-point numbers.</summary>
        public bool is_floating_point() => torch.is_floating_point(dtype);

        /// <summary>Whether the elements are integers (or truth values).</summary>
        public bool is_integral() => torch.is_integral(dtype);

        /// <summary>Whether the elements are complex.</summary>
        public bool is_complex() => torch.is_complex(dtype);
    }
}
