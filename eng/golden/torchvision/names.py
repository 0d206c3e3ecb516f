"""Writes tests/Lat.Detection.Tests/Golden/names.json: the names and shapes of torchvision's residual networks without classifier, and of
what a detector on them has besides `backbone.body`.

    python3 eng/golden/torchvision/names.py          (made with torchvision 0.14.1a0, Debian 12)
"""
import json
import pathlib

import torchvision
from torchvision.models.detection import FasterRCNN
from torchvision.models.detection.backbone_utils import resnet_fpn_backbone
from torchvision.models.detection.anchor_utils import AnchorGenerator

PATH = pathlib.Path(__file__).parents[3] / "tests/Lat.Detection.Tests/Golden/names.json"
BODY = "backbone.body."
SIZES = ("resnet18", "resnet34", "resnet50")


def names(network):
    return {name: "x".join(map(str, value.shape)) for name, value in sorted(network.state_dict().items())}


def body(size):
    return {name: shape for name, shape in names(torchvision.models.__dict__[size](weights=None)).items() if not name.startswith("fc.")}


def detector(size):
    norm = torchvision.ops.FrozenBatchNorm2d
    backbone = resnet_fpn_backbone(backbone_name=size, weights=None, norm_layer=norm, trainable_layers=5)
    anchors = AnchorGenerator(tuple((2 ** level,) for level in range(5, 10)), ((0.5, 1.0, 2.0),) * 5)
    found = names(FasterRCNN(backbone, num_classes=91, rpn_anchor_generator=anchors))
    inner = {name.removeprefix(BODY): shape for name, shape in found.items() if name.startswith(BODY)}
    assert inner == {name: shape for name, shape in body(size).items() if not name.endswith("num_batches_tracked")}  # frozen norms count nothing
    return {name: shape for name, shape in found.items() if not name.startswith(BODY)}


lists = {size: body(size) for size in SIZES} | {f"fasterrcnn_{size}_fpn": detector(size) for size in SIZES}
PATH.write_text(json.dumps(lists, separators=(",", ":")) + "\n")
