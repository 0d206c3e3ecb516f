"""Runs the original DINOv2 on made-up weights and images, and writes the feature maps as JSON.

    python3 eng/golden/dinov2/parity.py CHECKOUT tests/Lat.Detection.Tests/Golden/dinov2.json

Made with commit b8931f7 of the original and torch 1.13.0a0 of Debian 12. The networks are small ones of the original's own class.
"""
import functools
import json
import sys

import original
import torch

# Widths, depths and grids of a few numbers; `grid` is the side of the position embeddings. Images are [width, height].
NETWORKS = {
    "plain": {"width": 32, "depth": 3, "heads": 2, "grid": 5, "registers": 0, "gated": False, "offset": 0.1, "antialias": False},
    "registers": {"width": 32, "depth": 3, "heads": 2, "grid": 5, "registers": 4, "gated": False, "offset": 0.0, "antialias": True},
    "gated": {"width": 24, "depth": 2, "heads": 2, "grid": 4, "registers": 0, "gated": True, "offset": 0.1, "antialias": False},
    "gated-registers": {"width": 24, "depth": 2, "heads": 2, "grid": 4, "registers": 4, "gated": True, "offset": 0.0, "antialias": True},
}

# The grid's own size; turned, where as many patches lie otherwise; smaller; larger; not of whole patches; and 1.1 times the grid, where the offset shows.
IMAGES = {
    "plain": [[70, 70], [98, 56], [28, 42], [126, 98], [60, 90]],
    "registers": [[70, 70], [98, 56], [28, 42], [126, 98], [60, 90]],
    "gated": [[56, 56], [112, 28], [84, 42]],
    "gated-registers": [[56, 56], [112, 28], [84, 42]],
}


def build(module, case):
    network = module.DinoVisionTransformer(
        img_size=case["grid"] * original.PATCH, patch_size=original.PATCH, embed_dim=case["width"], depth=case["depth"], num_heads=case["heads"],
        mlp_ratio=4, block_fn=functools.partial(module.Block, attn_class=module.MemEffAttention), init_values=1.0,
        ffn_layer="swiglufused" if case["gated"] else "mlp", block_chunks=0, num_register_tokens=case["registers"],
        interpolate_antialias=case["antialias"], interpolate_offset=case["offset"])
    original.fill(network)
    return network.eval()


def digits(values):
    return [float(f"{value:.7g}") for value in values]


def summary(name, tensor):
    """Shape, norm, product with the recipe's numbers (which knows the order), and 48 values."""
    flat = tensor.double().flatten()
    at = [index * (flat.numel() - 1) // 47 for index in range(48)]
    weights = torch.from_numpy(original.recipe.numbers("summary", flat.numel()))
    return {"name": name, "shape": list(tensor.shape), "norm": digits([flat.norm()])[0], "product": digits([flat @ weights])[0], "values": digits(flat[at].tolist())}


def main(checkout, path):
    module, _ = original.load(checkout)
    cases = []
    for name, case in NETWORKS.items():
        network = build(module, case)
        maps = []
        for width, height in IMAGES[name]:
            with torch.no_grad():
                layers = network.get_intermediate_layers(original.pixels("image", width, height), n=case["depth"], reshape=True, norm=True)
                last = network.forward_features(original.pixels("image", width, height))["x_norm_patchtokens"]
            assert torch.equal(layers[-1].flatten(2).transpose(1, 2), last)
            maps.append({"image": [width, height], "layers": [summary(f"block{block}", layer) for block, layer in enumerate(layers)]})
        cases.append({"name": name, **case, "tensors": sorted(network.state_dict()), "maps": maps})
    with open(path, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
