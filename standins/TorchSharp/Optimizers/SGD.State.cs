using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The momentum of a parameter.</summary>
    public class State : OptimizerState, IDisposable
    {
        /// <summary>Null before the first step.</summary>
        public Tensor? momentum_buffer;

        /// <summary>A state of a parameter.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => Dispose();

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            Dispose();
            momentum_buffer = Copy(((State)source).momentum_buffer, _parameter.device);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => SaveConditionalStateTensor(writer, momentum_buffer);

        /// <inheritdoc/>
        public override void to(Device device) => momentum_buffer = momentum_buffer is null ? null : Placed(momentum_buffer, device);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State { momentum_buffer: var theirs } && (momentum_buffer is null ? theirs is null : theirs is not null && momentum_buffer.allclose(theirs));

        /// <inheritdoc/>
        public void Dispose()
        {
            momentum_buffer?.Dispose();
            momentum_buffer = null;
        }
    }
}
