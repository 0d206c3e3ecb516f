using Lat.Core;
using TorchSharp;

namespace Lat.Transfer;

/// <summary>The proposals of the images of a batch, image by image, in flat arrays ready for the device.</summary>
public sealed class RegionBatch
{
    private readonly float[] _classScores;
    private readonly int _classCount;

    /// <param name="proposals">The proposals of each image.</param>
    /// <param name="spaces">The label spaces that the scores are in.</param>
    public RegionBatch(IReadOnlyList<IReadOnlyList<PrivilegedProposal>> proposals, ConcatenatedLabelSpace spaces)
    {
        Count = proposals.Sum(image => image.Count);
        _classCount = spaces.ClassCount;
        (Boxes, Images, Confidences, Heeded) = (new float[Count * 4], new int[Count], new float[Count], new bool[Count]);
        _classScores = new float[Count * _classCount];
        CountsPerImage = proposals.Select(image => image.Count).ToEquatableArray();
        var row = 0;
        for (var image = 0; image < proposals.Count; image++)
        {
            foreach (var proposal in proposals[image])
            {
                var box = proposal.Box;
                ReadOnlySpan<float> corners = [(float)box.X1, (float)box.Y1, (float)box.X2, (float)box.Y2];
                corners.CopyTo(Boxes.AsSpan(row * 4));
                (Images[row], Confidences[row], Heeded[row]) = (image, proposal.Confidence, proposal.IsHeeded);
                proposal.ClassScores.AsSpan().CopyTo(_classScores.AsSpan((row * _classCount) + spaces.Offset(proposal.Dataset)));
                row++;
            }
        }
    }

    /// <summary>M.</summary>
    public int Count { get; }

    /// <summary>[M * 4] xyxy pixels.</summary>
    public float[] Boxes { get; }

    /// <summary>[M]: the position in the batch of each proposal's image.</summary>
    public int[] Images { get; }

    /// <summary>[M]: the paper's S_c.</summary>
    public float[] Confidences { get; }

    /// <summary>[M]: whether the other proposals of its image attend to it.</summary>
    public bool[] Heeded { get; }

    public EquatableArray<int> CountsPerImage { get; }

    /// <summary>[M, K] float; the caller disposes of it.</summary>
    public torch.Tensor ClassScoreTensor(torch.Device device) =>
        torch.tensor(_classScores, [Count, _classCount], device: device);
}
