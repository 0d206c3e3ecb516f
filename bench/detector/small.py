"""The detector of experiments/quickstart.yaml in plain PyTorch: the same layers, losses, numbers of samples, optimizer and average as ours,
composed of torchvision's proposal network, region heads and compiled operators."""
from collections import OrderedDict

import torch
from torch import nn
from torch.nn import functional
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.roi_heads import RoIHeads
from torchvision.models.detection.rpn import RegionProposalNetwork, RPNHead
from torchvision.ops import MultiScaleRoIAlign

STAGES, CHANNELS, LEVELS = (32, 64, 128, 128), 48, ("0", "1", "2", "3")
MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def convolution(inputs, outputs, stride=1, kernel=3):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first, self.second = convolution(inputs, outputs, stride), convolution(outputs, outputs)
        self.short = convolution(inputs, outputs, stride, 1) if stride != 1 or inputs != outputs else nn.Identity()

    def forward(self, x):
        y = self.second(functional.relu_(self.first(x)))
        return functional.relu_(y.add_(self.short(x)))


class Backbone(nn.Module):
    """Maps of strides 8, 16 and 32, a pyramid over them, and its coarsest level pooled."""

    def __init__(self):
        super().__init__()
        self.stem1, self.stem2 = convolution(3, 16, 2), convolution(16, STAGES[0], 2)
        self.stages = nn.ModuleList(
            Block(STAGES[max(stage - 1, 0)], width, 1 if stage == 0 else 2) for stage, width in enumerate(STAGES))
        self.inner = nn.ModuleList(nn.Conv2d(width, CHANNELS, 1) for width in STAGES[1:])
        self.layer = nn.ModuleList(nn.Conv2d(CHANNELS, CHANNELS, 3, padding=1) for _ in STAGES[1:])

    def forward(self, x):
        x = functional.relu_(self.stem2(functional.relu_(self.stem1(x))))
        maps = []
        for stage in self.stages:
            x = stage(x)
            maps.append(x)
        maps = maps[1:]
        top = self.inner[-1](maps[-1])
        levels = [self.layer[-1](top)]
        for at in (1, 0):
            lateral = self.inner[at](maps[at])
            top = lateral + functional.interpolate(top, size=lateral.shape[-2:], mode="nearest")
            levels.insert(0, self.layer[at](top))
        levels.append(functional.max_pool2d(levels[-1], 1, 2))
        return OrderedDict(zip(LEVELS, levels))


class SmallDetector(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.backbone = Backbone()
        anchors = AnchorGenerator(((16,), (32,), (64,), (128,)), ((0.5, 1.0, 2.0),) * 4)
        self.rpn = RegionProposalNetwork(
            anchors, RPNHead(CHANNELS, 3), 0.7, 0.3, 128, 0.5, {"training": 384, "testing": 256}, {"training": 256, "testing": 160}, 0.7)
        self.heads = RoIHeads(
            MultiScaleRoIAlign(LEVELS[:-1], 5, 2, canonical_scale=112), TwoMLPHead(CHANNELS * 25, 256), FastRCNNPredictor(256, classes + 1),
            0.5, 0.5, 64, 0.25, (10.0, 10.0, 5.0, 5.0), 0.05, 0.5, 100)

    def forward(self, images, targets):
        batch = torch.stack(images).sub_(torch.tensor(MEAN).view(3, 1, 1)).div_(torch.tensor(DEVIATION).view(3, 1, 1))
        sizes = [tuple(image.shape[-2:]) for image in images]
        levels = self.backbone(batch)
        proposals, losses = self.rpn(ImageList(batch, sizes), levels, targets)
        _, region_losses = self.heads(levels, proposals, sizes, targets)
        return {**losses, **region_losses}


class SmallTraining:
    def __init__(self, network, images, targets, report):
        self.network, self.images, self.targets, self.report, self.iteration = network.train(), images, targets, report, 0
        self.optimizer = torch.optim.AdamW(network.parameters(), lr=1e-5, weight_decay=0.01)
        self.live = [value for value in network.state_dict().values() if value.is_floating_point()]
        self.average = [value.clone() for value in self.live]

    def step(self):
        losses = self.network(self.images, self.targets)
        if self.iteration == 0:
            self.report(losses)
        self.optimizer.zero_grad(set_to_none=True)
        sum(losses.values()).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 10)
        self.optimizer.step()
        decay = min(0.99, (1 + self.iteration) / (10 + self.iteration))
        with torch.no_grad():
            for average, live in zip(self.average, self.live):
                average.lerp_(live, 1 - decay)
        self.iteration += 1
