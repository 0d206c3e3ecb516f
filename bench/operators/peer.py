"""The same cases as in Cases.cs, through torchvision's operators.

usage: peer.py DATA write     writes the numbers that both sides read
       peer.py DATA THREADS   answers compare.py
"""
import pathlib
import sys

import torch
import torchvision
from torchvision.models.detection._utils import Matcher
from torchvision.ops import box_iou, nms, roi_align

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "serving"))
from serve import serve  # noqa: E402

CHANNELS, HEIGHT, WIDTH, STRIDE, BINS = 256, 64, 128, 4, 7
FOLDER = pathlib.Path(sys.argv[1])


def random_boxes(count, smallest, largest):
    center = torch.rand(count, 2) * torch.tensor([WIDTH * STRIDE, HEIGHT * STRIDE])
    half = torch.exp(torch.rand(count, 2) * torch.log(torch.tensor(largest / smallest))) * smallest / 2
    limit = torch.tensor([WIDTH * STRIDE, HEIGHT * STRIDE], dtype=torch.float32)
    return torch.cat([torch.minimum((center - half).clamp(min=0), limit - 1), torch.minimum((center + half).clamp(min=1), limit)], 1)


def anchors():
    cells = []
    for size in (16, 32, 64):
        for ratio in (0.5, 1, 2):
            cells.append([-size * ratio ** -0.5 / 2, -size * ratio ** 0.5 / 2, size * ratio ** -0.5 / 2, size * ratio ** 0.5 / 2])
    y, x = torch.meshgrid(torch.arange(0, 256, 8), torch.arange(0, 576, 8), indexing="ij")
    shift = torch.stack([x, y, x, y], -1).reshape(-1, 1, 4)
    return (shift + torch.tensor(cells)).reshape(-1, 4)  # 20,736 anchors


def write():
    torch.manual_seed(7)
    objects = random_boxes(40, 12, 160)
    jitter = objects.repeat(50, 1) + torch.randn(2000, 4) * 6
    proposals = torch.cat([torch.minimum(jitter[:, :2], jitter[:, 2:] - 1), torch.maximum(jitter[:, 2:], jitter[:, :2] + 1)], 1)
    values = {
        "proposals": proposals, "proposals-scores": torch.rand(2000),
        "scattered": random_boxes(2000, 8, 120), "scattered-scores": torch.rand(2000),
        "regions": random_boxes(512, 8, 200), "objects": objects[:30], "anchors": anchors(),
        "map": torch.randn(1, CHANNELS, HEIGHT, WIDTH), "gradient": torch.randn(512, CHANNELS * BINS * BINS),
    }
    for name, value in values.items():
        (FOLDER / name).write_bytes(value.contiguous().float().numpy().tobytes())


def read(name):
    return torch.frombuffer(bytearray((FOLDER / name).read_bytes()), dtype=torch.float32)


def cases():
    regions, anchor_boxes, objects = read("regions").view(-1, 4), read("anchors").view(-1, 4), read("objects").view(-1, 4)
    rois = torch.cat([torch.zeros(len(regions), 1), regions], 1)
    features = read("map").view(1, CHANNELS, HEIGHT, WIDTH).requires_grad_()
    gradient = read("gradient").view(len(regions), -1)
    matcher = Matcher(0.7, 0.3, allow_low_quality_matches=True)
    found = {}
    for kind in ("proposals", "scattered"):
        boxes, scores = read(kind).view(-1, 4), read(kind + "-scores")
        found["nms-" + kind] = lambda boxes=boxes, scores=scores: nms(boxes, scores, 0.7)

    def forward():
        with torch.no_grad():
            roi_align(features, rois, BINS, 1 / STRIDE, 2, True).flatten(1)

    def both():
        torch.autograd.grad(roi_align(features, rois, BINS, 1 / STRIDE, 2, True).flatten(1), features, gradient)

    found["roi-align-forward"], found["roi-align-both"] = forward, both
    found["anchor-matching"] = lambda: matcher(box_iou(objects, anchor_boxes))
    return found


if sys.argv[2] == "write":
    write()
else:
    torch.set_num_threads(int(sys.argv[2]))
    serve(cases())
