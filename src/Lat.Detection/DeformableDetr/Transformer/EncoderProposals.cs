using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lat.Detection;

/// <summary>
/// The first of two stages (Zhu et al., 2021, section 4.2): every token of the encoder proposes a box around itself, and the best become queries. A score is
/// the logit of the first class, which here means 'object'. The original's names: `enc_output`, `enc_output_norm`, `pos_trans`, `pos_trans_norm`.
/// </summary>
internal sealed class EncoderProposals
{
    /// <summary>Side of the finest level's proposals, a share of the image; it doubles from level to level.</summary>
    private const float FinestSide = 0.05f;

    /// <summary>A token nearer than this to the image's border, or whose proposal is as large as the image, proposes nothing.</summary>
    private const float Margin = 0.01f;

    private readonly DeformableDetrOptions _options;
    private readonly Linear _output, _positions;
    private readonly LayerNorm _outputNorm, _positionNorm;

    public EncoderProposals(DeformableDetrOptions options, Action<string, Module> register)
    {
        _options = options;
        register("enc_output", _output = Linear(options.Width, options.Width));
        register("enc_output_norm", _outputNorm = LayerNorm(options.Width));
        register("pos_trans", _positions = Linear(options.Width * 2, options.Width * 2));
        register("pos_trans_norm", _positionNorm = LayerNorm(options.Width * 2));
    }

    /// <param name="tokens">[N, S, C].</param>
    /// <param name="layout">How they lie.</param>
    /// <param name="heads">Those behind the decoder's last are the tokens'.</param>
    public QueryStart Propose(Tensor tokens, TokenLayout layout, SetHeads heads)
    {
        using var scope = NewDisposeScope();
        var (starts, isSilent) = Starts(layout);
        long[] shape = [layout.ImageCount, layout.TokenCount, 4];
        var silent = tensor(isSilent, [shape[0], shape[1], 1], device: tokens.device);
        var hidden = _outputNorm.call(_output.call(tokens.masked_fill(silent, 0)));                                        // [N, S, C]
        var logits = heads.ClassesOf(_options.DecoderLayers, hidden);                                                      // [N, S, K]
        var numbers = heads.BoxesOf(_options.DecoderLayers, hidden).add(tensor(starts, shape, device: tokens.device));     // [N, S, 4]
        var count = Math.Min(_options.Queries, layout.TokenCount);
        var (_, best) = logits.select(2, 0).topk(count, 1);                                                                // [N, Q]
        var references = numbers.detach().gather(1, best.unsqueeze(2).expand(-1, -1, 4)).sigmoid();                        // [N, Q, 4]
        var halves = _positionNorm.call(_positions.call(SinePositions.OfBoxes(references, _options.Width))).chunk(2, 2);   // [N, Q, C] each
        return new QueryStart(halves[1], halves[0], references, (logits, numbers.sigmoid())).MoveFrom(scope);
    }

    /// <summary>The box that each token starts from, [N * S * 4] as numbers whose sigmoid it is, and which tokens propose nothing, [N * S].</summary>
    private static (float[] Starts, bool[] IsSilent) Starts(TokenLayout layout)
    {
        var isSilent = new bool[layout.ImageCount * layout.TokenCount];
        var starts = new float[isSilent.Length * 4];
        layout.ForEach((image, level, y, x, token) =>
        {
            var row = (image * layout.TokenCount) + token;
            var (height, width, side) = (layout.ValidHeight(image, level), layout.ValidWidth(image, level), FinestSide * (1 << level));
            ReadOnlySpan<float> box = [(x + 0.5f) / width, (y + 0.5f) / height, side, side];
            isSilent[row] = y >= height || x >= width;
            foreach (var share in box)
            {
                isSilent[row] |= !(share > Margin && share < 1 - Margin);
            }

            for (var number = 0; number < 4; number++)
            {
                starts[(row * 4) + number] = isSilent[row] ? float.PositiveInfinity : MathF.Log(box[number] / (1 - box[number]));
            }
        });
        return (starts, isSilent);
    }
}
