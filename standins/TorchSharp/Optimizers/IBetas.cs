namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Whatever has Adam's two decay rates.</summary>
        public interface IBetas
        {
            /// <summary>The decay rates of the first and second moment.</summary>
            (double, double) Betas { get; set; }
        }
    }
}
