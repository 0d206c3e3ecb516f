"""The original DINOv2 code from a checkout of github.com/facebookresearch/dinov2, made ready for a torch that is older than it expects.

The checkout's folder is an argument of every script here; none of its code is in this repository. Before torch 2.0 there is no
scaled_dot_product_attention, which the checkout calls: then its definition stands in, softmax(q k^T / sqrt(d)) v.
"""
import math
import os
import pathlib
import sys
import warnings

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "torchvision"))
import recipe  # noqa: E402  (the recipe of numbers that all parity scripts share)
import torch  # noqa: E402

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
PATCH = 14


def attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False):
    assert attn_mask is None and not dropout_p and not is_causal
    scores = (query * (1 / math.sqrt(query.shape[-1]))) @ key.transpose(-2, -1)
    return scores.softmax(-1) @ value


def load(checkout):
    """The module of the transformer and the module of the published configurations."""
    os.environ["XFORMERS_DISABLED"] = "1"
    warnings.filterwarnings("ignore", message="xFormers")
    if not hasattr(torch.nn.functional, "scaled_dot_product_attention"):
        torch.nn.functional.scaled_dot_product_attention = attention
    sys.path.insert(0, str(checkout))
    from dinov2.hub import backbones
    from dinov2.models import vision_transformer
    # Its random start takes longer than all else here, and is overwritten.
    vision_transformer.trunc_normal_ = lambda tensor, std: tensor
    return vision_transformer, backbones


def fill(network):
    """Gives every parameter numbers of its own: layers that keep the size of what passes them, norms and scales around one half, tokens around 0."""
    for name, value in network.state_dict().items():
        drawn = recipe.numbers(name, value.numel())
        if name.endswith(("_token", "_tokens", "pos_embed")):
            drawn = 0.5 * drawn
        elif value.dim() > 1:
            drawn = drawn * math.sqrt(3.0 * value.shape[0] / value.numel())
        elif name.endswith(("norm1.weight", "norm2.weight", "norm.weight", "gamma")):
            drawn = 0.5 + 0.1 * drawn
        else:
            drawn = 0.1 * drawn
        with torch.no_grad():
            value.copy_(torch.from_numpy(drawn).float().reshape(value.shape))


def pixels(name, width, height):
    """An image of the recipe, normalised, and zero beyond its right and lower side up to whole patches."""
    image = recipe.image(name, width, height) / 255
    image = (image - torch.tensor(MEAN)[:, None, None]) / torch.tensor(DEVIATION)[:, None, None]
    return torch.nn.functional.pad(image, (0, -width % PATCH, 0, -height % PATCH))[None]
