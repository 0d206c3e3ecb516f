using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

using Detection = Lat.Core.Detection;

/// <summary>A detector as training, prediction and its folder know it, whatever its architecture.</summary>
public abstract class DetectorNetwork : nn.Module
{
    private protected DetectorNetwork(string name, DetectorOptions options, int classCount, Device? device) : base(name) =>
        (Options, ClassCount, Device) = (options, classCount, device ?? CPU);

    /// <summary>Its backbone, the pixels' mean and deviation, and what else its architecture has there.</summary>
    public DetectorOptions Options { get; }

    /// <summary>Classes of all label spaces together, without background: K.</summary>
    public int ClassCount { get; }

    /// <summary>Where it lives.</summary>
    public Device Device { get; }

    /// <summary>What the sides of a batch are padded to multiples of. Default 32, the stride of the coarsest map of a backbone.</summary>
    public virtual int SizeDivisor => PackedPixels.Divisor;

    /// <summary>How published checkpoints name its parts.</summary>
    internal abstract WeightNames WeightNames { get; }

    /// <summary>What a run's learning rate is multiplied by for a parameter. Default 1.</summary>
    /// <param name="parameter">Its name in the network.</param>
    public virtual double LearningRateFactor(string parameter) => 1;

    /// <summary>The losses of a training step, with their graph.</summary>
    /// <param name="images">The batch.</param>
    /// <param name="targets">What is to be found in each image.</param>
    /// <param name="loss">What they weigh.</param>
    /// <param name="random">All that the step may draw from, dropout apart.</param>
    public abstract LossTerms ComputeLosses(ImageBatch images, IReadOnlyList<ImageTargets> targets, DetectorLossOptions loss, RandomStream random);

    /// <summary>The detections of every image, best score first. Call <c>eval()</c> before.</summary>
    /// <param name="images">The batch.</param>
    /// <param name="slice">The label space to answer in; null for the whole head.</param>
    public abstract IReadOnlyList<EquatableArray<Detection>> Detect(ImageBatch images, LabelSpaceSlice? slice = null);

    /// <summary>Brings everything that was made on the CPU to <see cref="Device"/>.</summary>
    private protected void MoveToDevice()
    {
        if (Device.type != CPU.type)
        {
            _to(Device.type, Device.index, false);
        }
    }
}
