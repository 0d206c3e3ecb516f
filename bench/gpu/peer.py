"""torchvision's Faster R-CNN in eager PyTorch with autocast and channels-last, fed by a DataLoader. Prints a line of JSON.

usage: peer.py DATA     trains as DATA/case.json says
"""
import json
import pathlib
import sys
import time

import numpy
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "serving"))
from resnet50 import resnet50  # noqa: E402
from weights import read_weights  # noqa: E402

FOLDER = pathlib.Path(sys.argv[1])
CASE = json.loads((FOLDER / "case.json").read_text())


class Examples(torch.utils.data.Dataset):
    def __init__(self):
        self.pixels = numpy.memmap(FOLDER / "pixels", numpy.uint8, "r", shape=(CASE["images"], CASE["height"], CASE["width"], 3))
        self.boxes = numpy.fromfile(FOLDER / "boxes", numpy.float32).reshape(CASE["images"], -1, 5)

    def __len__(self):
        return (CASE["warmUp"] + CASE["steps"]) * CASE["batch"]

    def __getitem__(self, index):
        index %= CASE["images"]
        image = torch.from_numpy(numpy.array(self.pixels[index])).permute(2, 0, 1).float().div(255)
        rows = torch.from_numpy(self.boxes[index].copy())
        return image, {"boxes": rows[:, :4].contiguous(), "labels": rows[:, 4].long()}


def main():
    device = torch.device(CASE["device"])
    on_gpu = device.type == "cuda"
    network = read_weights(resnet50(CASE["width"], CASE["height"]), FOLDER / "r50.safetensors").train()
    network.to(device, memory_format=torch.channels_last)
    torch.backends.cudnn.benchmark = True
    optimizer = torch.optim.SGD([value for value in network.parameters() if value.requires_grad], lr=1e-5, momentum=0.9, weight_decay=1e-4)
    loader = iter(torch.utils.data.DataLoader(
        Examples(), CASE["batch"], shuffle=True, num_workers=CASE["workers"], pin_memory=on_gpu, collate_fn=lambda rows: tuple(zip(*rows))))
    waited = start = 0.0
    for step in range(CASE["warmUp"] + CASE["steps"]):
        if step == CASE["warmUp"]:
            waited, start = 0.0, time.perf_counter()
        asked = time.perf_counter()
        images, targets = next(loader)
        waited += time.perf_counter() - asked
        images = [image.to(device, non_blocking=True) for image in images]
        targets = [{name: value.to(device, non_blocking=True) for name, value in target.items()} for target in targets]
        # torchvision's operators know autocast on a GPU only; where the command is tried out on a CPU, this side computes in float32.
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=on_gpu):
            losses = network(images, targets)
        optimizer.zero_grad(set_to_none=True)
        sum(losses.values()).backward()
        optimizer.step()
        read = {name: round(value.item(), 4) for name, value in losses.items()}  # every program looks at its losses
    seconds = time.perf_counter() - start
    print(json.dumps({"stepMilliseconds": 1e3 * seconds / CASE["steps"], "dataMilliseconds": 1e3 * waited / CASE["steps"], "losses": read}))


main()
