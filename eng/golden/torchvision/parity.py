"""Runs torchvision's Faster R-CNN on made-up weights and images, and writes every intermediate result as JSON.

    python3 eng/golden/torchvision/parity.py resnet18 tests/Lat.Detection.Tests/Golden/parity-resnet18.json
    python3 eng/golden/torchvision/parity.py resnet50 FILE        (the test that compares live runs this one)

Made with torch 1.13.0a0 and torchvision 0.14.1a0 of Debian 12. A case says all that the other side must know to do the same.
"""
import json
import sys

import torch
import torchvision
from torchvision.models.detection import FasterRCNN, _utils
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.backbone_utils import BackboneWithFPN
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.image_list import ImageList
from torchvision.ops import FrozenBatchNorm2d, MultiScaleRoIAlign

import recipe

# Two images, the second one smaller and padded. Sides padded to a multiple of 32 are multiples of 64 here: torchvision divides the padded
# side by the map's to find a level's stride, and so would get another one for the coarsest level (docs/detector.md).
# The scene of a stored case is chosen below.
CASES = {
    "resnet18": {
        "backbone": "resnet18", "frozenBatchNorm": False, "frozenStages": 0, "classCount": 3, "featureChannels": 16,
        "anchorSizes": [8, 16, 32, 64, 128], "headWidth": 32, "outputSize": 5, "canonicalBoxSize": 56,
        "proposalBatch": 48, "trainingPreNms": 100, "trainingPostNms": 40, "predictionPreNms": 60, "predictionPostNms": 30,
        "scene": "", "regionBatch": 24, "scoreThreshold": 0.1, "detectionsPerImage": 60, "seed": 7,
        "images": [[64, 64], [60, 50]],
        "boxes": [[[4, 6, 40, 38], [44, 10, 60, 60], [20, 36, 44, 60]], [[10, 8, 50, 44]]],
        "labels": [[1, 3, 2], [3]],
    },
    "resnet50": {
        "backbone": "resnet50", "frozenBatchNorm": True, "frozenStages": 2, "classCount": 90, "featureChannels": 256,
        "anchorSizes": [32, 64, 128, 256, 512], "headWidth": 1024, "outputSize": 7, "canonicalBoxSize": 224,
        "proposalBatch": 128, "trainingPreNms": 2000, "trainingPostNms": 1000, "predictionPreNms": 1000, "predictionPostNms": 1000,
        "scene": "image", "regionBatch": 128, "scoreThreshold": 0.05, "detectionsPerImage": 100, "seed": 8,
        "images": [[128, 64], [100, 60]],
        "boxes": [[[4, 6, 40, 38], [50, 10, 66, 60], [90, 20, 124, 44]], [[20, 12, 84, 56]]],
        "labels": [[1, 17, 90], [44]],
    },
}


LIVE = "resnet50"  # has no golden file, and no time to spare


def build(case):
    norm = FrozenBatchNorm2d if case["frozenBatchNorm"] else torch.nn.BatchNorm2d
    body = torchvision.models.__dict__[case["backbone"]](weights=None, norm_layer=norm)
    trained = [["layer4"], ["layer3"], ["layer2"], ["layer1"], ["conv1", "bn1"]][: 5 - case["frozenStages"]]
    prefixes = tuple(name for stage in trained for name in stage)
    for name, parameter in body.named_parameters():
        parameter.requires_grad_(name.startswith(prefixes))
    widths = [body.inplanes // 8, body.inplanes // 4, body.inplanes // 2, body.inplanes]
    layers = {f"layer{stage + 1}": str(stage) for stage in range(4)}
    backbone = BackboneWithFPN(body, layers, widths, case["featureChannels"])
    bins = case["outputSize"]
    network = FasterRCNN(
        backbone,
        rpn_anchor_generator=AnchorGenerator(tuple((size,) for size in case["anchorSizes"]), ((0.5, 1.0, 2.0),) * 5),
        rpn_pre_nms_top_n_train=case["trainingPreNms"], rpn_pre_nms_top_n_test=case["predictionPreNms"],
        rpn_post_nms_top_n_train=case["trainingPostNms"], rpn_post_nms_top_n_test=case["predictionPostNms"],
        rpn_batch_size_per_image=case["proposalBatch"], box_batch_size_per_image=case["regionBatch"],
        box_roi_pool=MultiScaleRoIAlign(["0", "1", "2", "3"], bins, 2, canonical_scale=case["canonicalBoxSize"]),
        box_head=TwoMLPHead(case["featureChannels"] * bins * bins, case["headWidth"]),
        box_predictor=FastRCNNPredictor(case["headWidth"], case["classCount"] + 1),
        box_score_thresh=case["scoreThreshold"], box_detections_per_img=case["detectionsPerImage"])
    with torch.no_grad():
        recipe.fill(network)
    return network


def batch(network, case):
    images = [recipe.image(f"{case['scene']}{index}", *size) / 255 for index, size in enumerate(case["images"])]
    images = [network.transform.normalize(image) for image in images]
    return ImageList(network.transform.batch_images(images), [tuple(image.shape[-2:]) for image in images])


def digits(values):
    return [float(f"{value:.7g}") for value in values]


def summary(name, tensor):
    """Norm, product with the recipe's numbers (which knows the order), and sixteen values."""
    flat = tensor.detach().double().flatten()
    weights = torch.from_numpy(recipe.numbers("summary", flat.numel()))
    count = min(16, flat.numel())
    at = [index * (flat.numel() - 1) // max(count - 1, 1) for index in range(count)]
    return {"name": name, "shape": list(tensor.shape), "norm": digits([flat.norm()])[0], "product": digits([flat @ weights])[0],
            "values": digits(flat[at].tolist())}


def whole(tensor):
    return digits(tensor.detach().double().flatten().tolist())


def features(network, images, mode):
    maps = network.backbone.body(images.tensors)
    levels = network.backbone.fpn(maps)
    logits, offsets = network.rpn.head(list(levels.values()))
    records = [summary(f"{mode}.body{stage}", value) for stage, value in maps.items()]
    records += [summary(f"{mode}.level{index}", value) for index, value in enumerate(levels.values())]
    for level, (logit, offset) in enumerate(zip(logits, offsets)):
        count, anchors, height, width = logit.shape
        records.append(summary(f"{mode}.logits{level}", logit.permute(0, 2, 3, 1)))
        records.append(summary(f"{mode}.offsets{level}", offset.view(count, anchors, 4, height, width).permute(0, 3, 4, 1, 2)))
    return levels, records


class SameDraws:
    """Replaces torchvision's sampler: the same choice of how many, the draws of Lat's stream."""

    def __init__(self, size, fraction, stream):
        self.size, self.fraction, self.stream, self.drawn = size, fraction, stream, []

    def __call__(self, labels):
        masks = ([], [])
        for image in labels:
            positives = self.stream.choose(torch.where(image >= 1)[0].tolist(), int(self.size * self.fraction))
            negatives = self.stream.choose(torch.where(image == 0)[0].tolist(), self.size - len(positives))
            self.drawn.append({"positives": positives, "negatives": negatives})
            for chosen, side in zip((positives, negatives), masks):
                mask = torch.zeros_like(image, dtype=torch.uint8)
                mask[chosen] = 1
                side.append(mask)
        return masks


def prediction(network, case, images):
    network.eval()
    with torch.no_grad():
        levels, records = features(network, images, "prediction")
        proposals, _ = network.rpn(images, levels)
        found, _ = network.roi_heads(levels, proposals, images.image_sizes)
    return records, {
        "proposals": [whole(boxes) for boxes in proposals],
        "detections": [{"boxes": whole(one["boxes"]), "scores": whole(one["scores"]), "labels": one["labels"].tolist()} for one in found],
    }


def alignment(network, images):
    """Pools made-up regions of all sizes from made-up maps, and sends a made-up gradient back."""
    shapes = [(2, 4, images.tensors.shape[2] >> level, images.tensors.shape[3] >> level) for level in range(2, 6)]
    maps = {str(level): recipe.tensor(f"map{level}", shape).requires_grad_() for level, shape in enumerate(shapes)}
    regions = [recipe.boxes(f"regions{index}", 20, width, height) for index, (height, width) in enumerate(images.image_sizes)]
    pooled = network.roi_heads.box_roi_pool(maps, regions, images.image_sizes)
    (pooled * recipe.tensor("pooled gradient", tuple(pooled.shape))).sum().backward()
    records = [summary("pooled", pooled)] + [summary(f"pooled.gradient{level}", value.grad) for level, value in maps.items()]
    return records + [summary("detectron2.pooled", as_detectron2(network.roi_heads.box_roi_pool, list(maps.values()), regions))]


def as_detectron2(pooler, maps, regions):
    """Shifted by half a pixel, with as many samples as a bin has pixels."""
    levels = pooler.map_levels(regions)
    rows = torch.cat([torch.cat([torch.full((len(boxes), 1), float(image)), boxes], 1) for image, boxes in enumerate(regions)])
    pooled = torch.zeros(len(rows), maps[0].shape[1], *pooler.output_size)
    for level, values in enumerate(maps):
        chosen = torch.where(levels == level)[0]
        pooled[chosen] = torchvision.ops.roi_align(
            values.detach(), rows[chosen], pooler.output_size, spatial_scale=1 / (4 << level), sampling_ratio=0, aligned=True)
    return pooled


def training(network, case, images):
    network.train()
    stream = recipe.RandomStream(case["seed"])
    targets = [{"boxes": torch.tensor(boxes, dtype=torch.float32), "labels": torch.tensor(labels)}
               for boxes, labels in zip(case["boxes"], case["labels"])]
    anchors = SameDraws(case["proposalBatch"], 0.5, stream)
    regions = SameDraws(case["regionBatch"], 0.25, stream)
    network.rpn.fg_bg_sampler, network.roi_heads.fg_bg_sampler = anchors, regions
    levels, records = features(network, images, "training")
    if case["frozenBatchNorm"]:
        records = []  # the same numbers as in prediction
    matched = []
    for boxes, target in zip(network.rpn.anchor_generator(images, list(levels.values())), targets):
        overlaps = torchvision.ops.box_iou(target["boxes"], boxes)
        matches = network.rpn.proposal_matcher(overlaps)
        matched.append({"objects": [[index, matches[index].item()] for index in torch.where(matches >= 0)[0].tolist()],
                        "neither": int((matches == _utils.Matcher.BETWEEN_THRESHOLDS).sum())})
    proposals, first = network.rpn(images, levels, targets)
    chosen = {}
    select = network.roi_heads.select_training_samples

    def remember(*arguments):
        chosen["boxes"], _, chosen["labels"], chosen["offsets"] = answer = select(*arguments)
        return answer

    network.roi_heads.select_training_samples = remember
    _, second = network.roi_heads(levels, proposals, images.image_sizes, targets)
    losses = [first["loss_objectness"], first["loss_rpn_box_reg"], second["loss_classifier"], second["loss_box_reg"]]
    sum(losses).backward()
    records += [summary(f"gradient {name}", value.grad) for name, value in sorted(network.named_parameters()) if value.requires_grad]
    if not case["frozenBatchNorm"]:
        buffers = [(name, value) for name, value in sorted(network.named_buffers()) if "running" in name]
        records += [summary(f"buffer {name}", value) for name, value in buffers[::7]]
    return records, {
        "matches": matched,
        "anchorDraws": anchors.drawn,
        "trainingProposals": [whole(boxes) for boxes in proposals],
        "regionDraws": regions.drawn,
        "regions": [{"boxes": whole(boxes), "labels": labels.tolist(), "offsets": whole(offsets * (labels > 0)[:, None])}
                    for boxes, labels, offsets in zip(chosen["boxes"], chosen["labels"], chosen["offsets"])],
        "losses": digits(loss.item() for loss in losses),
    }


def gradients(case, layout, disturbance):
    network = build(case).to(memory_format=layout)
    images = batch(network, case)
    images.tensors = (images.tensors * (1 + disturbance)).contiguous(memory_format=layout)
    training(network, case, images)
    return {name: value.grad for name, value in network.named_parameters() if value.grad is not None}


def instability(case):
    """
    How much the gradients change where nothing changes but rounding. A pixel of zero but for rounding may pass a ReLU or not, on one machine
    so and on another so; a case with such a pixel would test luck. So every other layout in memory, and pixels changed in their last bits, must
    give what the case gives.
    """
    shape = (len(case["images"]), 3, *(-(-max(size[side] for size in case["images"]) // 32) * 32 for side in (1, 0)))
    one, worst = gradients(case, torch.contiguous_format, torch.zeros(shape)), 0.0
    for trial in range(6):
        layout = torch.channels_last if trial % 2 else torch.contiguous_format
        other = gradients(case, layout, recipe.tensor(f"disturbance{trial}", shape) * 1e-6)
        worst = max(worst, *(float((one[name] - other[name]).norm() / one[name].norm()) for name in one))
        if worst > 1e-4:
            break
    return worst


def stable_scene(case):
    """The first scene that rounding does not change."""
    for number in range(1, 200):
        case["scene"] = f"street {number}."
        if instability(case) < 1e-4:
            return


def main(name, path):
    torch.set_num_threads(1)
    case = CASES[name]
    if name != LIVE:
        stable_scene(case)
    network = build(case)
    images = batch(network, case)
    records, answer = prediction(network, case, images)
    images = batch(network, case)
    more, steps = training(network, case, images)
    records += more + alignment(network, images)
    with open(path, "w") as file:
        json.dump({"case": case, **answer, **steps, "tensors": records}, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
