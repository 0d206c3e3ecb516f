using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The memory of a contiguous CPU tensor, without a copy. Setting copies into it.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous())
                {
                    throw new InvalidOperationException("The tensor's memory has gaps; call contiguous() first.");
                }

                return new Span<byte>(DataPointer(), checked((int)(NumberOfElements * ElementSize)));
            }
            set
            {
                if (value.Length != NumberOfElements * ElementSize)
                {
                    throw new ArgumentException("The number of bytes is not the tensor's.");
                }

                value.CopyTo(bytes);
            }
        }

        /// <summary>Access to the elements of a CPU tensor.</summary>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>The element of a tensor that has one.</summary>
        public T item<T>() where T : unmanaged
        {
            RequireType<T>();
            return Element<T>();
        }

        /// <summary>The element of a tensor that has one, as a scalar of its type.</summary>
        public Scalar ToScalar() => Scalar.From(Element());

        /// <summary>The elements as nested lists, or the element of a tensor without dimensions.</summary>
        public object tolist()
        {
            if (Dimensions == 0)
            {
                var element = Element();
                return element.Tag == ArgumentTag.Double ? BitConverter.Int64BitsToDouble(element.Bits) : element.Tag == ArgumentTag.Bool ? element.Bits != 0 : element.Bits;
            }

            var rows = unbind();
            var list = rows.Select(row => row.tolist()).ToList();
            foreach (var row in rows)
            {
                row.Dispose();
            }

            return list;
        }

        internal unsafe void* DataPointer()
        {
            if (!is_cpu())
            {
                throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
            }

            void* pointer;
            NativeApi.Check(NativeApi.Table.Data(Handle, &pointer));
            return pointer;
        }

        internal unsafe NativeValue Element()
        {
            NativeValue value;
            NativeApi.Check(NativeApi.Table.Item(Handle, &value));
            return value;
        }

        private T Element<T>() where T : unmanaged
        {
            var value = Element();
            var real = value.Tag == ArgumentTag.Double ? BitConverter.Int64BitsToDouble(value.Bits) : value.Bits;
            object boxed = default(T) switch
            {
                float => (float)real,
                double => real,
                long => value.Bits,
                int => (int)value.Bits,
                bool => value.Bits != 0,
                byte => (byte)value.Bits,
                sbyte => (sbyte)value.Bits,
                short => (short)value.Bits,
                Half => (Half)real,
                _ => throw new ArgumentException($"item<{typeof(T).Name}> is not supported."),
            };
            return (T)boxed;
        }

        private void RequireType<T>()
        {
            var expected = dtype switch
            {
                ScalarType.Byte => typeof(byte),
                ScalarType.Int8 => typeof(sbyte),
                ScalarType.Int16 => typeof(short),
                ScalarType.Int32 => typeof(int),
                ScalarType.Int64 => typeof(long),
                ScalarType.Float16 => typeof(Half),
                ScalarType.Float32 => typeof(float),
                ScalarType.Float64 => typeof(double),
                ScalarType.Bool => typeof(bool),
                _ => null,
            };
            if (expected is not null && expected != typeof(T))
            {
                throw new ArgumentException($"{typeof(T).Name} does not match the tensor's element type {dtype}.");
            }
        }
    }
}
