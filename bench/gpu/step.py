#!/usr/bin/env python3
"""Trains R50-FPN in bfloat16 on both sides in turns, and writes what a step takes and where the time goes.

usage: step.py --ours COMMAND --peer COMMAND [--device cuda|cpu] [--size WxH] [--batch N] [--steps N] [--warm-up N] [--rounds N] [--workers N]
               [--results FOLDER] [--check]

A step is split by what the host does in it. `data`: it waits for the next batch. `launches`: it issues operators and runs its own code; that is
the time of the same step on images of 64x64, where the device has next to nothing to do. `synchronisation`: the rest, in which it waits for the device.
"""
import argparse
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import threading

import torch
import torchvision

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "serving"))
from resnet50 import resnet50, tame  # noqa: E402
from weights import write_weights  # noqa: E402

TINY = 64


def write(folder, case):
    torch.manual_seed(5)
    (folder / "case.json").write_text(json.dumps(case))
    count, width, height = case["images"], case["width"], case["height"]
    with open(folder / "pixels", "wb") as file:
        for _ in range(count):
            coarse = torch.rand(1, 3, -(-height // 16), -(-width // 16))
            image = torch.nn.functional.interpolate(coarse, size=(height, width), mode="bilinear")[0]
            file.write((image * 255).byte().permute(1, 2, 0).contiguous().numpy().tobytes())
    corner = torch.rand(count, case["boxes"], 2) * torch.tensor([width * 0.7, height * 0.7])
    side = 8 + torch.rand(count, case["boxes"], 2) * height * 0.25
    labels = torch.randint(1, 91, (count, case["boxes"], 1)).float()
    (folder / "boxes").write_bytes(torch.cat([corner, corner + side, labels], -1).numpy().tobytes())


class DeviceMemory(threading.Thread):
    """The most MiB that a process holds on the device, as the driver counts them."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.most, self.over = pid, 0, threading.Event()

    def run(self):
        while not self.over.wait(0.5):
            listed = subprocess.run(["nvidia-smi", "--query-compute-apps=pid,used_memory", "--format=csv,noheader,nounits"], capture_output=True, text=True)
            used = [int(row.split(",")[1]) for row in listed.stdout.splitlines() if row.split(",")[0].strip() == str(self.pid)]
            self.most = max([self.most, *used])


def run(command, folder, device):
    process = subprocess.Popen([*shlex.split(command), str(folder)], stdout=subprocess.PIPE, text=True)
    memory = DeviceMemory(process.pid)
    if device == "cuda":
        memory.start()
    output, _ = process.communicate()
    memory.over.set()
    if process.returncode:
        raise SystemExit(f"{command}: ended with {process.returncode}")
    return json.loads(output.splitlines()[-1]) | {"deviceMebibytes": memory.most}


def measure(commands, case, rounds, folder):
    write(folder, case)
    best = {}
    for number in range(rounds):
        for side in ("ours", "peer") if number % 2 == 0 else ("peer", "ours"):
            answer = run(commands[side], folder, case["device"])
            print(f"  {case['width']}x{case['height']} {side}: {answer}", file=sys.stderr, flush=True)
            if side not in best or answer["stepMilliseconds"] < best[side]["stepMilliseconds"]:
                best[side] = answer
    return best


def shares(full, tiny):
    step, data = full["stepMilliseconds"], full["dataMilliseconds"]
    launches = min(tiny["stepMilliseconds"] - tiny["dataMilliseconds"], step - data)
    return {"launches": launches / step, "data": data / step, "synchronisation": (step - data - launches) / step}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ours", required=True)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu", choices=["cuda", "cpu"])
    parser.add_argument("--size", default="1333x800")
    for name, default in [("batch", 8), ("steps", 60), ("warm-up", 20), ("rounds", 3), ("workers", 4)]:
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--results", help="folder of the results; without it they are written on a GPU only, to bench/results")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.device == "cuda" and not torch.cuda.is_available():
        raise SystemExit("This Python's torch finds no GPU. Name one that does with PEER_PYTHON, or try the command out with --device cpu.")

    width, height = map(int, options.size.split("x"))
    case = {"device": options.device, "width": width, "height": height, "batch": options.batch, "images": 4 * options.batch, "boxes": 12,
            "warmUp": options.warm_up, "steps": options.steps, "workers": options.workers}
    commands = {"ours": options.ours, "peer": options.peer}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        torch.manual_seed(5)
        write_weights(tame(resnet50(width, height)).state_dict(), folder / "r50.safetensors")
        full = measure(commands, case, options.rounds, folder)
        tiny = measure(commands, case | {"width": TINY, "height": TINY}, options.rounds, folder)

    device = torch.cuda.get_device_name() if options.device == "cuda" else "CPU"
    ratio = full["ours"]["stepMilliseconds"] / full["peer"]["stepMilliseconds"]
    sides = {side: full[side] | {"shares": shares(full[side], tiny[side]), "tinyStepMilliseconds": tiny[side]["stepMilliseconds"]} for side in commands}
    result = {"device": device, "torch": torch.__version__, "torchvision": torchvision.__version__, "case": case, "ratio": ratio, **sides}
    print(f"{device}, torch {torch.__version__}: R50-FPN step in bfloat16, batch {options.batch} at {options.size}")
    print(f"{'':<6}{'step ms':>10}{'images/s':>10}{'launches':>10}{'data':>8}{'sync':>8}{'MiB':>8}")
    for side, answer in sides.items():
        part = answer["shares"]
        print(f"{side:<6}{answer['stepMilliseconds']:10.1f}{1e3 * options.batch / answer['stepMilliseconds']:10.1f}{part['launches']:10.0%}{part['data']:8.0%}"
              f"{part['synchronisation']:8.0%}{answer['deviceMebibytes']:8d}")
    print(f"ratio {ratio:.2f} (aim < 1: {'met' if ratio < 1 else 'MISSED'})")
    if options.results or options.device == "cuda":
        results = pathlib.Path(options.results or pathlib.Path(__file__).resolve().parents[1] / "results")
        results.mkdir(parents=True, exist_ok=True)
        path = results / f"r50-step-{re.sub('[^a-z0-9]+', '-', device.lower()).strip('-')}.json"
        path.write_text(json.dumps(result, indent=1) + "\n")
        print(f"written to {path}")
    return 0 if ratio < 1 or not options.check else 1


sys.exit(main())
