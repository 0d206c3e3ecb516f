#!/usr/bin/env python3
"""Makes golden results of TIDE's error analysis with the authors' own program.

    TIDE=<tide> PYCOCOTOOLS=<cocoapi>/PythonAPI python3 eng/golden/tide.py tests/Lat.Evaluation.Tests/Golden/tide.json

TIDE names a checkout of github.com/dbolya/tide at commit b106803, the last before ignored detections came to count as errors. Of each case only
the seed is stored: the draws below are repeated line by line by tests/Lat.Evaluation.Tests/Errors/TideGoldenCase.cs. No case reaches what the two
define differently on purpose (docs/coco-ap.md): every class has an object that is found, images have fewer than 100 detections, and no recall lies
where the two grids of recalls differ in their last bit.
"""
import itertools
import json
import os
import sys
from unittest import mock

import numpy as np

if not hasattr(np, "float"):
    np.float = float  # an alias that numpy 1.24 dropped
# Drawing and downloading only.
for name in ("cv2", "appdirs", "pandas", "seaborn", "matplotlib", "matplotlib.pyplot", "matplotlib.lines", "matplotlib.collections",
             "matplotlib.patches"):
    sys.modules[name] = mock.MagicMock()
sys.path[:0] = [os.environ["TIDE"], os.environ["PYCOCOTOOLS"], os.path.dirname(os.path.abspath(__file__))]

from coco_seeded import Random  # noqa: E402
from tidecv import TIDE  # noqa: E402
from tidecv.data import Data  # noqa: E402

KINDS = ["ClassError", "BoxError", "OtherError", "DuplicateError", "BackgroundError", "MissedError"]
COUNT = 80

# The authors read precision at k / 100, the official COCO tool at numpy.linspace's numbers.
PARTS = [k for k in range(101) if np.linspace(0, 1, 101)[k] != k / 100]


def draw(seed):
    """Objects [image, class, x, y, w, h, crowd] and detections [image, class, x, y, w, h, score]."""
    r = Random(seed)
    images, classes = 1 + r.below(4), 1 + r.below(3)
    objects, detections = [], []
    for image in range(images):
        for number in range(classes + r.below(5)):
            kind = number if number < classes else r.below(classes)
            crowd = int(number >= classes and r.one_in(6))
            objects.append([image, kind, r.unit() * 80, r.unit() * 80, 6 + r.unit() * 30, 6 + r.unit() * 30, crowd])
    for image, kind, x, y, w, h, _ in list(objects):
        for _ in range(r.below(4)):
            amount = r.below(4) * 0.3
            found = r.below(classes) if r.one_in(4) else kind
            detections.append([image, found, x + (r.unit() - 0.5) * (w * amount), y + (r.unit() - 0.5) * (h * amount), w, h, r.unit()])
    for image in range(images):
        for _ in range(r.below(4)):
            detections.append([image, r.below(classes), r.unit() * 80, r.unit() * 80, 6 + r.unit() * 30, 6 + r.unit() * 30, r.unit()])
    # Of every class one object is found for sure, so that no oracle of missed objects empties a class.
    for kind in range(classes):
        detections.append([0, kind] + objects[kind][2:6] + [r.unit()])
    return images, classes, objects, detections


def evaluate(seed):
    images, classes, objects, detections = draw(seed)
    truth, found = Data("truth"), Data("found")
    for data in (truth, found):
        for kind in range(classes):
            data.add_class(kind, str(kind))
        for image in range(images):
            data.add_image(image, str(image))
    for image, kind, x, y, w, h, crowd in objects:
        (truth.add_ignore_region if crowd else truth.add_ground_truth)(image, kind, [x, y, w, h])
    for image, kind, x, y, w, h, score in detections:
        found.add_detection(image, kind, score, [x, y, w, h])
    run = TIDE().evaluate(truth, found, mode=TIDE.BOX)
    gains = {kind.__name__: value for kind, value in run.fix_main_errors().items()}
    counts = {kind.__name__: value for kind, value in run.count_errors().items()}
    special = {kind.__name__: value for kind, value in run.fix_special_errors().items()}
    return {
        "seed": seed,
        "ap": float(run.ap),
        "counts": [int(counts[kind]) for kind in KINDS],
        "gains": [float(gains[kind]) for kind in KINDS],
        "falsePositive": float(special["FalsePositiveError"]),
        "falseNegative": float(special["FalseNegativeError"]),
    }


def is_plain(seed):
    """Whether no class can have a recall on a part of the grid that differs."""
    _, classes, objects, _ = draw(seed)
    most = max(sum(1 for item in objects if item[1] == kind and not item[6]) for kind in range(classes))
    return not any(k * count % 100 == 0 for count in range(1, most + 1) for k in PARTS)


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(evaluate(seed)) for seed in itertools.islice(filter(is_plain, itertools.count()), COUNT)) + "\n]\n")
