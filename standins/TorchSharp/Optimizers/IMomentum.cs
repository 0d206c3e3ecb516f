namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Whatever has a momentum.</summary>
        public interface IMomentum
        {
            /// <summary>The share of the last step that is kept.</summary>
            double Momentum { get; set; }
        }
    }
}
