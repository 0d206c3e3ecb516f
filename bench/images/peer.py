"""The same cases as in Cases.cs, through PIL and torchvision's transforms.

usage: peer.py DATA GROUP     answers compare.py
"""
import io
import os
import pathlib
import sys

import torch
from PIL import Image
from torchvision.transforms import functional

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "serving"))
from serve import serve  # noqa: E402

FOLDER = pathlib.Path(sys.argv[1])
PHOTOS = 40


def read(folder):
    return [path.read_bytes() for path in sorted(folder.iterdir())]


def decode(data):
    return Image.open(io.BytesIO(data)).convert("RGB")


def decode_resize(data, width, height=None):
    image = decode(data)
    height = height or max(1, image.height * width // image.width)
    return functional.pil_to_tensor(functional.resize(image, [height, width]))


def for_each(files, body):
    def run():
        for file in files:
            body(file)

    return run


torch.set_num_threads(1)
large, small = read(FOLDER / "large"), read(FOLDER / "small")
photos = read(pathlib.Path(os.environ["LAT_TEST_DATA"]) / "voc-street/JPEGImages")[:PHOTOS] if "LAT_TEST_DATA" in os.environ else []
serve({
    "decode": for_each(large, lambda data: functional.pil_to_tensor(decode(data))),
    "decode-resize-1333": for_each(large, lambda data: decode_resize(data, 1333, 750)),
    "decode-resize-512": for_each(large, lambda data: decode_resize(data, 512, 288)),
    "photos-decode-resize-256": for_each(photos, lambda data: decode_resize(data, 256)),
    "pack-or-decode": for_each(small, decode),
    "pack-or-own-decode": for_each(small, decode),
})
