"""Writes what torchvision's users have on their disks, with random weights: a detector in PyTorch's old format and a classifier in its new one.

Run:   python3 eng/golden/torchvision/checkpoints.py FOLDER
"""
import hashlib
import json
import pathlib
import sys

import torch
import torchvision


def main(folder):
    torch.manual_seed(3)
    detector = torchvision.models.detection.fasterrcnn_resnet50_fpn(weights=None, weights_backbone=None).state_dict()
    classifier = torchvision.models.resnet50(weights=None).state_dict()
    torch.save({"model": detector, "epoch": 25}, folder / "detector.pth", _use_new_zipfile_serialization=False)
    torch.save(classifier, folder / "classifier.pth")
    hashes = {
        name: {key: hashlib.sha256(value.contiguous().numpy()).hexdigest() for key, value in state.items()}
        for name, state in [("detector", detector), ("classifier", classifier)]
    }
    (folder / "hashes.json").write_text(json.dumps(hashes))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
