using System.Numerics;

namespace Lat.Evaluation;

/// <summary>The objects of one class in one image as columns, padded to whole vectors with boxes that overlap nothing. Reused from image to image.</summary>
internal sealed class TargetColumns
{
    private double[] _left = [], _top = [], _right = [], _bottom = [], _area = [], _crowd = [];

    public int PaddedCount { get; private set; }

    /// <summary>Takes the objects at these positions of the input.</summary>
    public void Fill(CocoObject[] objects, ReadOnlySpan<int> targets)
    {
        var lanes = Vector<double>.Count;
        PaddedCount = (targets.Length + lanes - 1) / lanes * lanes;
        if (_left.Length < PaddedCount)
        {
            var room = PaddedCount * 2;
            (_left, _top, _right, _bottom) = (new double[room], new double[room], new double[room], new double[room]);
            (_area, _crowd) = (new double[room], new double[room]);
        }

        for (var index = 0; index < targets.Length; index++)
        {
            ref readonly var target = ref objects[targets[index]];
            (_left[index], _top[index]) = (target.X, target.Y);
            (_right[index], _bottom[index]) = (target.Width + target.X, target.Height + target.Y);
            (_area[index], _crowd[index]) = (target.Width * target.Height, target.IsCrowd ? 1 : 0);
        }

        for (var index = targets.Length; index < PaddedCount; index++)
        {
            (_left[index], _top[index], _right[index], _bottom[index]) = (0, 0, double.NegativeInfinity, double.NegativeInfinity);
            (_area[index], _crowd[index]) = (0, 0);
        }
    }

    public Vector<double> Left(int start) => new(_left, start);

    public Vector<double> Top(int start) => new(_top, start);

    public Vector<double> Right(int start) => new(_right, start);

    public Vector<double> Bottom(int start) => new(_bottom, start);

    public Vector<double> Area(int start) => new(_area, start);

    public Vector<long> IsCrowd(int start) => Vector.GreaterThan(new Vector<double>(_crowd, start), Vector<double>.Zero);
}
