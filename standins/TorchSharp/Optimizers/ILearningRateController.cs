namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Whatever has a learning rate that a schedule may set.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate from which a schedule starts.</summary>
            double InitialLearningRate { get; set; }
        }
    }
}
