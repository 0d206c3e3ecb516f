"""The original Deformable DETR from a checkout of github.com/fundamentalvision/Deformable-DETR, made ready for a torch newer than it expects.

The checkout's folder is an argument of every script here; none of its code is in this repository. Its attention runs by the checkout's own
definition in plain PyTorch (`ms_deform_attn_core_pytorch`) instead of the compiled kernel, which is for CUDA alone.
"""
import argparse
import math
import pathlib
import sys
import types

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "torchvision"))
import recipe  # noqa: E402  (the recipe of numbers that all parity scripts share)
import torch  # noqa: E402
import torchvision  # noqa: E402

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

# Factors that spread scores, boxes and sampling points, so that no decision hangs on the last bit.
GAINS = {"query_embed.weight": 6.0, "level_embed": 4.0, "reference_points.weight": 2.0, "class_embed.weight": 1.5, "layers.2.weight": 0.3,
         "sampling_offsets.weight": 0.7}


def assignment(costs):
    """An assignment of least cost, rows to columns, where there are few columns: the best choice of columns so far, row by row."""
    count = costs.shape[1]
    best = {0: (0.0, ())}
    for row, values in enumerate(costs.tolist()):
        following = dict(best)
        for taken, (cost, pairs) in best.items():
            for column in range(count):
                mask = taken | 1 << column
                if mask != taken and cost + values[column] < following.get(mask, (math.inf,))[0]:
                    following[mask] = (cost + values[column], pairs + ((row, column),))
        best = following
    pairs = best[(1 << count) - 1][1]
    return [row for row, _ in pairs], [column for _, column in pairs]


def load(checkout):
    """The checkout's package `models`."""
    sys.path.insert(0, str(checkout))
    sys.modules["MultiScaleDeformableAttention"] = types.ModuleType("MultiScaleDeformableAttention")
    if "scipy" not in sys.modules:
        try:
            import scipy.optimize  # noqa: F401
        except ImportError:
            sys.modules["scipy"], sys.modules["scipy.optimize"] = types.ModuleType("scipy"), types.ModuleType("scipy.optimize")
            sys.modules["scipy.optimize"].linear_sum_assignment = assignment
    # It compares the first three letters of the version as a number: 0.14 would be older than 0.5.
    version, torchvision.__version__ = torchvision.__version__, "0.9.0"
    import models
    from models import backbone, deformable_detr, deformable_transformer, matcher, position_encoding  # noqa: F401
    from models.ops.functions.ms_deform_attn_func import ms_deform_attn_core_pytorch
    from models.ops.modules import ms_deform_attn
    torchvision.__version__ = version

    class Attention:
        @staticmethod
        def apply(value, shapes, starts, locations, weights, step):
            return ms_deform_attn_core_pytorch(value, [tuple(shape) for shape in shapes.tolist()], locations, weights)

    ms_deform_attn.MSDeformAttnFunction = Attention
    backbone.is_main_process = lambda: False  # else it fetches weights
    return models


def arguments(checkout, **changes):
    """The program's own defaults, and what is changed of them."""
    source = (pathlib.Path(checkout) / "main.py").read_text()
    source = source[source.index("def get_args_parser"):source.index("def main(")]
    scope = {"argparse": argparse, "np": math}
    exec(source, scope)  # main.py itself cannot be imported: it needs the COCO tools
    values = scope["get_args_parser"]().parse_args([])
    for name, value in changes.items():
        assert hasattr(values, name), name
        setattr(values, name, value)
    return values


def own_name(name, refines):
    """Whether a name is one that the tensor has here too: the original has several for the heads that it shares."""
    if name.startswith(("transformer.decoder.bbox_embed.", "transformer.decoder.class_embed.")):
        return False
    return refines or not (name.startswith(("class_embed.", "bbox_embed.")) and name.split(".")[1] != "0")


def fill(network, refines):
    """Gives every parameter and buffer numbers of its own: He's uniform distribution, norms that halve what passes them."""
    for name, value in network.state_dict().items():
        if not own_name(name, refines):
            continue
        drawn = torch.from_numpy(recipe.numbers(name, value.numel())).reshape(value.shape)
        if value.dim() > 1:
            parts = name.split(".")
            short = ".".join(part for part in parts if not part.isdigit() or parts[0] == "bbox_embed")
            gain = next((gain for suffix, gain in GAINS.items() if short.endswith(suffix)), 1.0)
            drawn = drawn * (gain * math.sqrt(6.0 * value.shape[0] / value.numel()))
        elif name.endswith("running_var"):
            drawn = 1.0 + 0.2 * drawn
        elif name.endswith("weight"):
            drawn = 0.5 + 0.1 * drawn
        else:
            drawn = 0.1 * drawn
        with torch.no_grad():
            value.copy_(drawn.float())


def pixels(name, width, height):
    """An image of the recipe, normalised."""
    image = recipe.image(name, width, height) / 255
    return (image - torch.tensor(MEAN)[:, None, None]) / torch.tensor(DEVIATION)[:, None, None]
