"""Writes tests/Lat.Detection.Tests/Golden/*.json from torchvision's own operators.

Run:   python3 eng/golden/detection.py                 (made with torch 1.13.0a0 and torchvision 0.14.1a0, Debian 12)
       python3 eng/golden/detection.py FOLDER SEED     other numbers, elsewhere (the test that compares live runs this)
"""
import json
import pathlib
import sys

import torch
import torchvision
from torchvision.models.detection import _utils
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.ops import poolers

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2] / "tests/Lat.Detection.Tests/Golden")
torch.manual_seed(int(sys.argv[2]) if len(sys.argv) > 2 else 20)


def flat(tensor):
    return [round(value, 7) for value in tensor.detach().double().flatten().tolist()]


def write(name, value):
    (FOLDER / name).write_text(json.dumps(value) + "\n")


def roi_align(aligned):
    features = torch.randn(2, 3, 6, 8, requires_grad=True)
    boxes = torch.tensor([
        [0, 1.0, 1.0, 20.0, 13.0],      # inside
        [1, 0.0, 0.0, 32.0, 24.0],      # the whole image
        [0, -9.0, -7.0, 6.0, 5.0],      # over the top left corner
        [1, 27.3, 18.8, 40.0, 31.0],    # over the bottom right corner
        [0, 5.0, 6.0, 5.5, 6.2],        # smaller than a pixel of the map
        [1, 60.0, 50.0, 90.0, 70.0],    # outside
        [0, 31.0, 2.0, 32.0, 23.0],     # thin, at the right border
    ])
    weights = torch.randn(len(boxes), 3, 3, 3)
    pooled = torchvision.ops.roi_align(features, boxes, 3, spatial_scale=0.25, sampling_ratio=2, aligned=aligned)
    (pooled * weights).sum().backward()
    return {
        "aligned": aligned, "features": flat(features), "shape": list(features.shape), "stride": 4, "bins": 3,
        "boxes": flat(boxes[:, 1:]), "images": boxes[:, 0].int().tolist(), "pooled": flat(pooled),
        "weights": flat(weights), "gradient": flat(features.grad),
    }


def nms():
    corners = torch.rand(60, 2) * 60
    boxes = torch.cat([corners, corners + torch.rand(60, 2) * 40 + 2], 1)
    scores = torch.rand(60)
    classes = torch.randint(0, 3, (60,))
    return {
        "boxes": flat(boxes), "scores": flat(scores), "classes": classes.tolist(),
        "kept": {str(t): torchvision.ops.nms(boxes, scores, t).tolist() for t in (0.3, 0.5, 0.7)},
        "keptPerClass": {str(t): torchvision.ops.batched_nms(boxes, scores, classes, t).tolist() for t in (0.3, 0.5, 0.7)},
    }


def box_coder():
    corners = torch.rand(12, 2) * 60
    references = torch.cat([corners, corners + torch.rand(12, 2) * 40 + 2], 1)
    corners = torch.rand(12, 2) * 60
    targets = torch.cat([corners, corners + torch.rand(12, 2) * 40 + 2], 1)
    coder = _utils.BoxCoder((10.0, 10.0, 5.0, 5.0))
    offsets = torch.randn(12, 4) * 4
    offsets[0, 2] = 50  # beyond the clamp
    return {
        "references": flat(references), "targets": flat(targets), "encoded": flat(coder.encode_single(targets, references)),
        "offsets": flat(offsets), "decoded": flat(coder.decode_single(offsets, references)),
    }


def anchors():
    generator = AnchorGenerator(((32,), (64,)), ((0.5, 1.0, 2.0),) * 2)
    maps = [torch.zeros(1, 1, 4, 6), torch.zeros(1, 1, 2, 3)]
    images = ImageList(torch.zeros(1, 3, 16, 24), [(16, 24)])
    return {"sizes": [32, 64], "strides": [4, 8], "levels": [[4, 6], [2, 3]], "anchors": flat(generator(images, maps)[0])}


def levels():
    sides = [5, 56, 111, 112, 113, 223, 224, 225, 447, 448, 449, 1000]
    boxes = torch.tensor([[0.0, 0.0, side, side] for side in sides])
    mapper = poolers.LevelMapper(2, 5, 224, 4)
    return {"boxes": flat(boxes), "levels": mapper([boxes]).tolist()}


def parameter_names():
    network = torchvision.models.detection.fasterrcnn_resnet50_fpn(weights=None, weights_backbone=None)
    return {name: list(tensor.shape) for name, tensor in sorted(network.state_dict().items())}


FOLDER.mkdir(exist_ok=True)
write("roi-align.json", [roi_align(True), roi_align(False)])
write("nms.json", nms())
write("box-coder.json", box_coder())
write("anchors.json", anchors())
write("levels.json", levels())
write("fasterrcnn_resnet50_fpn.json", parameter_names())
