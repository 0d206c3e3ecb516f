#!/usr/bin/env python3
"""Makes the golden statistics of a COCO file that Lat wrote, as the official COCO class counts them and the official evaluator measures with it.

    python3 eng/golden/coco_statistics.py tests/Lat.Datasets.Tests/Golden/coco-written.json tests/Lat.Datasets.Tests/Golden/coco-statistics.json

needs numpy and pycocotools: the installed package, or a checkout that the variable PYCOCOTOOLS names (the folder that holds
`pycocotools/`, its `_mask` built). The same file gives the same bytes.
"""
import contextlib
import io
import json
import os
import sys
from unittest import mock

import numpy as np

if "PYCOCOTOOLS" in os.environ:
    sys.path.insert(0, os.environ["PYCOCOTOOLS"])
if not hasattr(np, "float"):
    np.float = float  # pycocotools 2.0 uses an alias that numpy 1.24 dropped
for drawing in ("matplotlib", "matplotlib.pyplot", "matplotlib.collections", "matplotlib.patches"):
    sys.modules.setdefault(drawing, mock.MagicMock())  # imported by pycocotools, used by no index
from pycocotools.coco import COCO  # noqa: E402
from pycocotools.cocoeval import COCOeval  # noqa: E402


def evaluation(coco):
    """The twelve numbers, where what is found is every box that has an area, crowds included, by its own score."""
    found = [
        {key: annotation[key] for key in ("image_id", "category_id", "bbox", "score")}
        for annotation in coco.loadAnns(coco.getAnnIds())
        if annotation["bbox"][2] > 0 and annotation["bbox"][3] > 0
    ]
    evaluator = COCOeval(coco, coco.loadRes(found), "bbox")
    evaluator.evaluate()
    evaluator.accumulate()
    evaluator.summarize()
    return [float(number) for number in evaluator.stats]


def statistics(path):
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO(path)
        twelve = evaluation(COCO(path))
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
        "evaluation": twelve,
        "boxes": [coco.loadAnns(number)[0]["bbox"] for number in coco.getAnnIds()],
    }


if __name__ == "__main__":
    source, target = sys.argv[1:]
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        json.dump(statistics(source), file, indent=1, ensure_ascii=False)
        file.write("\n")
