"""Saves a network of the published sizes with made-up weights as the published checkpoints are saved, and its feature map of one image.

    python3 eng/golden/dinov2/checkpoint.py CHECKOUT vits14 FOLDER       (the test that compares live runs this one)

Writes FOLDER/dinov2_vits14_pretrain.pth and FOLDER/dinov2_vits14.json.
"""
import json
import pathlib
import sys

import original
import parity
import torch

WIDTH, HEIGHT = 112, 84


def main(checkout, model, folder):
    _, backbones = original.load(checkout)
    network = getattr(backbones, f"dinov2_{model}")(pretrained=False).eval()
    original.fill(network)
    torch.save(network.state_dict(), pathlib.Path(folder) / f"dinov2_{model}_pretrain.pth")
    with torch.no_grad():
        layers = network.get_intermediate_layers(original.pixels("image", WIDTH, HEIGHT), n=1, reshape=True, norm=True)
    result = {"image": [WIDTH, HEIGHT], "layers": [parity.summary("last", layer) for layer in layers]}
    (pathlib.Path(folder) / f"dinov2_{model}.json").write_text(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
