using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// Brings the backbone's maps to one width, `input_proj.0` and on, by a 1x1 convolution and a norm each; further levels by 3x3 convolutions of
/// stride 2, the first of the backbone's coarsest map.
/// </summary>
internal sealed class InputProjection
{
    private readonly Sequential[] _levels;
    private readonly int _maps;

    /// <param name="inputChannels">Of the backbone's maps that are used, finest first.</param>
    /// <param name="options">Width and levels.</param>
    /// <param name="register">Makes the layers the network's.</param>
    public InputProjection(IReadOnlyList<int> inputChannels, DeformableDetrOptions options, Action<string, Module> register)
    {
        _maps = inputChannels.Count;
        _levels = new Sequential[options.Levels];
        for (var level = 0; level < _levels.Length; level++)
        {
            var convolution = level < _maps
                ? Conv2d(inputChannels[level], options.Width, 1)
                : Conv2d(level == _maps ? inputChannels[^1] : options.Width, options.Width, 3, stride: 2, padding: 1);
            _levels[level] = Sequential(("0", convolution), ("1", GroupNorm(DeformableDetrOptions.NormGroups, options.Width)));
        }

        register("input_proj", ModuleList(_levels));
    }

    /// <summary>The backbone's maps, [N, c, h, w], to all levels, [N, C, h, w].</summary>
    public Tensor[] Project(IReadOnlyList<Tensor> maps)
    {
        var levels = new Tensor[_levels.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = _levels[level].call(level < _maps ? maps[level] : level == _maps ? maps[^1] : levels[level - 1]);
        }

        return levels;
    }
}
