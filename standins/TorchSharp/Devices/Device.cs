using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A device, such as <c>cpu</c> or <c>cuda:1</c>. Index -1 is the current one of its type.</summary>
    public class Device
    {
        /// <summary>From text such as <c>cuda:0</c>.</summary>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Parse(parts[0]);
            index = parts.Length switch
            {
                1 => -1,
                2 when int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
                _ => throw new ArgumentException($"'{description}' is no device; write cpu, cuda or cuda:0.", nameof(description)),
            };
        }

        /// <summary>From a type's name and an index.</summary>
        public Device(string deviceType, int index = -1) : this(Parse(deviceType), index)
        {
        }

        /// <summary>From a type and an index.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>A CUDA device.</summary>
        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The type.</summary>
        public DeviceType type { get; private set; }

        /// <summary>The index among the devices of its type.</summary>
        public int index { get; private set; }

        internal long Packed => ((long)index << 8) | (long)type;

        internal static Device Unpack(long packed) => new((DeviceType)(packed & 0xff), (int)(packed >> 8));

        /// <inheritdoc/>
        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index == -1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

        public static implicit operator Device(string description) => new(description);

        private static DeviceType Parse(string name) => Enum.GetNames<DeviceType>().Contains(name.ToUpperInvariant())
            ? Enum.Parse<DeviceType>(name, ignoreCase: true)
            : throw new ArgumentException($"'{name}' is no device type; write cpu or cuda.", nameof(name));
    }
}
