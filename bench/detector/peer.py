"""torchvision's Faster R-CNN, and the small detector written in plain PyTorch; the same settings as in Settings.cs.

usage: peer.py DATA write     writes the weights, images and boxes that both sides read
       peer.py DATA GROUP     answers compare.py
"""
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "serving"))
from resnet50 import resnet50 as torchvision_resnet50, tame  # noqa: E402
from serve import serve  # noqa: E402
from weights import read_weights, write_weights  # noqa: E402
from small import SmallDetector, SmallTraining  # noqa: E402

FOLDER = pathlib.Path(sys.argv[1])
SHAPES = {"r50": (2, 256, 512, 90, 12), "small": (8, 192, 256, 6, 6)}  # images, height, width, classes, boxes of an image


def resnet50():
    return torchvision_resnet50(width=512, height=256)


def write():
    torch.manual_seed(5)
    write_weights(tame(resnet50()).state_dict(), FOLDER / "r50.safetensors")
    for name, (count, height, width, classes, objects) in SHAPES.items():
        coarse = torch.rand(count, 3, height // 16, width // 16)
        pixels = torch.nn.functional.interpolate(coarse, size=(height, width), mode="bilinear")
        (FOLDER / f"{name}-pixels").write_bytes((pixels * 255).byte().permute(0, 2, 3, 1).contiguous().numpy().tobytes())
        corner = torch.rand(count, objects, 2) * torch.tensor([width * 0.7, height * 0.7])
        side = 12 + torch.rand(count, objects, 2) * height * 0.28
        labels = torch.randint(1, classes + 1, (count, objects, 1)).float()
        (FOLDER / f"{name}-boxes").write_bytes(torch.cat([corner, corner + side, labels], -1).numpy().tobytes())


def read(name):
    count, height, width, _, _ = SHAPES[name]
    pixels = torch.frombuffer(bytearray((FOLDER / f"{name}-pixels").read_bytes()), dtype=torch.uint8)
    pixels = pixels.view(count, height, width, 3).permute(0, 3, 1, 2).contiguous().float().div(255)
    boxes = torch.frombuffer(bytearray((FOLDER / f"{name}-boxes").read_bytes()), dtype=torch.float32).view(count, -1, 5)
    return list(pixels), [{"boxes": rows[:, :4].contiguous(), "labels": rows[:, 4].long()} for rows in boxes]


def report(losses):
    print("peer: " + ", ".join(f"{name} {value.item():.4f}" for name, value in losses.items()), file=sys.stderr)


def training_step():
    network = read_weights(resnet50(), FOLDER / "r50.safetensors").train()
    images, targets = read("r50")
    parameters = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimizer = torch.optim.SGD(parameters, lr=1e-5, momentum=0.9, weight_decay=1e-4)
    told = []

    def step():
        losses = network(images, targets)
        if not told:
            report(losses)
            told.append(True)
        optimizer.zero_grad(set_to_none=True)
        sum(losses.values()).backward()
        optimizer.step()

    return step


def prediction():
    network = read_weights(resnet50(), FOLDER / "r50.safetensors").eval()
    images, _ = read("r50")

    def predict():
        with torch.no_grad():
            network(images)

    return predict


def small_step():
    images, targets = read("small")
    return SmallTraining(SmallDetector(classes=6), images, targets, report).step


if sys.argv[2] == "write":
    write()
else:
    group = sys.argv[2]
    torch.set_num_threads(1 if group == "small-train" else 2)
    serve({group: {"r50-train": training_step, "r50-predict": prediction, "small-train": small_step}[group]()})
