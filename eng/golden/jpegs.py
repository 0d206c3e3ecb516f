"""Writes tests/Standins.ImageSharp.Tests/Files: small JPEGs of every kind, and the pixels that PIL reads from them.

Run at the root of the repository:  python3 eng/golden/jpegs.py
Made with Pillow 9.4.0 (Debian 12, python3-pil). Each line of pixels.txt: file, width, height, RGB pixels in hexadecimal. Inks become colours
by (1 - ink)(1 - black).
"""

import os

from PIL import Image

FOLDER = os.path.join(os.path.dirname(__file__), "..", "..", "tests", "Standins.ImageSharp.Tests", "Files")
WIDTH, HEIGHT = 19, 11


def picture(mode):
    image = Image.new(mode, (WIDTH, HEIGHT))
    image.putdata([
        x * 13 if mode == "L" else tuple(((x * 13, y * 23, (x + y) * 8, (x * y) // 2)[c]) & 255 for c in range(len(mode)))
        for y in range(HEIGHT) for x in range(WIDTH)])
    return image


def to_rgb(image):
    if image.mode != "CMYK":
        return image.convert("RGB").tobytes()
    return bytes(((255 - ink) * (255 - inks[3]) + 127) // 255 for inks in image.getdata() for ink in inks[:3])


def main():
    os.makedirs(FOLDER, exist_ok=True)
    kinds = {
        "baseline.jpg": ("RGB", {}),
        "progressive.jpg": ("RGB", {"progressive": True}),
        "full-chroma.jpg": ("RGB", {"subsampling": 0}),
        "grey.jpg": ("L", {}),
        "inks.jpg": ("CMYK", {}),
    }
    with open(os.path.join(FOLDER, "pixels.txt"), "w", encoding="ascii", newline="\n") as pixels:
        for name, (mode, options) in kinds.items():
            path = os.path.join(FOLDER, name)
            picture(mode).save(path, quality=90, **options)
            with Image.open(path) as image:
                pixels.write(f"{name} {image.width} {image.height} {to_rgb(image).hex()}\n")


main()
