"""Writes tests/Lat.Imaging.Tests/Golden/resize.txt: what PIL's BILINEAR makes of a computed image.

Run at the root of the repository:  python3 eng/golden/resize.py
Made with Pillow 9.4.0 (Debian 12, python3-pil). Each line: source size, part of the source, target size, target pixels in hexadecimal.
"""

import os

from PIL import Image

SIZES = [
    ((13, 9), None, (7, 5)),
    ((13, 9), None, (20, 17)),
    ((13, 9), None, (13, 4)),
    ((13, 9), None, (1, 1)),
    ((1, 1), None, (3, 2)),
    ((64, 48), None, (11, 8)),
    ((64, 48), None, (12, 40)),
    ((300, 4), None, (9, 3)),
    ((4, 300), None, (5, 2)),
    ((13, 9), (2.25, 1.5, 9.75, 8.125), (13, 9)),
    ((64, 48), (10.5, 3.75, 62.0, 47.5), (9, 7)),
]


def source(width, height):
    image = Image.new("RGB", (width, height))
    image.putdata([
        tuple((x * 37 + y * 91 + c * 53 + x * y * 7) & 255 for c in range(3))
        for y in range(height) for x in range(width)])
    return image


def main():
    path = os.path.join(os.path.dirname(__file__), "..", "..", "tests", "Lat.Imaging.Tests", "Golden", "resize.txt")
    with open(path, "w", encoding="ascii", newline="\n") as golden:
        for size, part, target in SIZES:
            part = part or (0, 0) + size
            resized = source(*size).resize(target, Image.BILINEAR, box=part)
            golden.write(" ".join(str(value) for value in size + tuple(part) + target) + " " + resized.tobytes().hex() + "\n")


main()
