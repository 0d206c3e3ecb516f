using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sizes, element type and device, as the package's default style prints them.</summary>
        public override string ToString()
        {
            if (IsInvalid)
            {
                return "[invalid]";
            }

            var sizes = string.Join("x", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)));
            return $"[{sizes}], type = {dtype}, device = {device}";
        }
    }
}
