using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// Attention of the queries among each other (Vaswani et al., 2017), with the parameters of PyTorch's `nn.MultiheadAttention`: queries, keys and values
/// in one matrix, `in_proj_weight`.
/// </summary>
internal sealed class QueryAttention : Module
{
    private readonly int _width, _heads;
    private readonly double _dropout;
    private readonly Parameter _inputWeight, _inputBias;
    private readonly Linear _output;

    public QueryAttention(DeformableDetrOptions options) : base(nameof(QueryAttention))
    {
        (_width, _heads, _dropout) = (options.Width, options.Heads, options.Dropout);
        using var weight = zeros([3 * _width, _width]);
        using var bias = zeros([3 * _width]);
        register_parameter("in_proj_weight", _inputWeight = Parameter(weight));
        register_parameter("in_proj_bias", _inputBias = Parameter(bias));
        register_module("out_proj", _output = Linear(_width, _width));
    }

    /// <param name="queries">[N, Q, C], which are the keys too.</param>
    /// <param name="values">[N, Q, C].</param>
    /// <returns>[N, Q, C].</returns>
    public Tensor Attend(Tensor queries, Tensor values)
    {
        using var scope = NewDisposeScope();
        var (images, count) = (queries.shape[0], queries.shape[1]);
        var sides = Project(queries, 0, 2).chunk(2, 2);
        var (query, key, value) = (Heads(sides[0]), Heads(sides[1]), Heads(Project(values, 2, 1)));         // [N, M, Q, D]
        var scores = query.div(Math.Sqrt((double)_width / _heads)).matmul(key.transpose(2, 3)).softmax(3);  // [N, M, Q, Q]
        var mixed = functional.dropout(scores, _dropout, training).matmul(value);                           // [N, M, Q, D]
        return scope.MoveToOuter(_output.call(mixed.transpose(1, 2).reshape(images, count, _width)));
    }

    /// <summary>Some of the three parts of the matrix.</summary>
    private Tensor Project(Tensor input, int first, int parts) =>
        functional.linear(input, _inputWeight.narrow(0, first * _width, parts * _width), _inputBias.narrow(0, first * _width, parts * _width));

    private Tensor Heads(Tensor input) => input.view(input.shape[0], input.shape[1], _heads, _width / _heads).transpose(1, 2);
}
