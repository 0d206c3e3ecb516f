using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The moments of a parameter's gradient.</summary>
    public class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;
        public Tensor? max_exp_avg_sq;

        /// <summary>A state of a parameter.</summary>
        public State(Parameter parameter) : base(parameter)
        {
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            exp_avg = _parameter.zeros_like().DetachFromDisposeScope();
            exp_avg_sq = _parameter.zeros_like().DetachFromDisposeScope();
            max_exp_avg_sq = ((Options)options).amsgrad == true ? _parameter.zeros_like().DetachFromDisposeScope() : null;
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            Dispose();
            step = other.step;
            exp_avg = Copy(other.exp_avg, _parameter.device)!;
            exp_avg_sq = Copy(other.exp_avg_sq, _parameter.device)!;
            max_exp_avg_sq = Copy(other.max_exp_avg_sq, _parameter.device);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            Dispose();
            step = reader.ReadInt64();
            exp_avg = Placed(TensorExtensionMethods.Load(reader), _parameter.device);
            exp_avg_sq = Placed(TensorExtensionMethods.Load(reader), _parameter.device);
            max_exp_avg_sq = null;
            LoadConditionalStateTensor(reader, ref max_exp_avg_sq, _parameter.device);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            exp_avg.Save(writer);
            exp_avg_sq.Save(writer);
            SaveConditionalStateTensor(writer, max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void to(Device device)
        {
            exp_avg = Placed(exp_avg, device);
            exp_avg_sq = Placed(exp_avg_sq, device);
            max_exp_avg_sq = max_exp_avg_sq is null ? null : Placed(max_exp_avg_sq, device);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State theirs && step == theirs.step && exp_avg.allclose(theirs.exp_avg) && exp_avg_sq.allclose(theirs.exp_avg_sq);

        /// <inheritdoc/>
        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }
}
