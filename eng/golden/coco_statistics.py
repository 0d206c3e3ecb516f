#!/usr/bin/env python3
"""Makes the golden statistics of a COCO file that Lat wrote, as the official COCO class counts them.

    python3 eng/golden/coco_statistics.py tests/Lat.Datasets.Tests/Golden/coco-written.json tests/Lat.Datasets.Tests/Golden/coco-statistics.json

needs numpy and pycocotools: the installed package, or a checkout that the variable PYCOCOTOOLS names (the folder that holds
`pycocotools/`). No mask is decoded, so `_mask` need not be built. The same file gives the same bytes.
"""
import contextlib
import io
import json
import os
import sys
from unittest import mock

if "PYCOCOTOOLS" in os.environ:
    sys.path.insert(0, os.environ["PYCOCOTOOLS"])
    sys.modules.setdefault("pycocotools._mask", mock.MagicMock())
for drawing in ("matplotlib", "matplotlib.pyplot", "matplotlib.collections", "matplotlib.patches"):
    sys.modules.setdefault(drawing, mock.MagicMock())  # imported by pycocotools, used by no index
from pycocotools.coco import COCO  # noqa: E402


def statistics(path):
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO(path)
    return {
        "images": len(coco.getImgIds()),
        "annotations": len(coco.getAnnIds()),
        "crowds": len(coco.getAnnIds(iscrowd=True)),
        "small": len(coco.getAnnIds(areaRng=[0, 32 ** 2])),
        "classes": [
            {
                "name": category["name"],
                "images": len(coco.getImgIds(catIds=[category["id"]])),
                "annotations": len(coco.getAnnIds(catIds=[category["id"]])),
            }
            for category in coco.loadCats(coco.getCatIds())
        ],
        "boxes": [coco.loadAnns(number)[0]["bbox"] for number in coco.getAnnIds()],
    }


if __name__ == "__main__":
    source, target = sys.argv[1:]
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        json.dump(statistics(source), file, indent=1, ensure_ascii=False)
        file.write("\n")
