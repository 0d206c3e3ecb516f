#!/usr/bin/env python3
"""Makes the golden results that Lat's COCO average precision is held against, with the official evaluator.

    python3 eng/golden/coco_ap.py tests/Lat.Evaluation.Tests/Golden/coco-ap.json

needs numpy and pycocotools: the installed package, or a checkout that the variable PYCOCOTOOLS names
(the folder that holds `pycocotools/`, its `_mask` built). The same arguments give the same bytes.
"""
import argparse
import contextlib
import hashlib
import io
import json
import os
import random
import sys
from unittest import mock

import numpy as np

if "PYCOCOTOOLS" in os.environ:
    sys.path.insert(0, os.environ["PYCOCOTOOLS"])
if not hasattr(np, "float"):
    np.float = float  # pycocotools 2.0 uses an alias that numpy 1.24 dropped
for drawing in ("matplotlib", "matplotlib.pyplot", "matplotlib.collections", "matplotlib.patches"):
    sys.modules.setdefault(drawing, mock.MagicMock())  # imported by pycocotools, used by no evaluation
from pycocotools.coco import COCO  # noqa: E402
from pycocotools.cocoeval import COCOeval  # noqa: E402

CROWD, IGNORED = 1, 2


class HonouringEvaluator(COCOeval):
    """The official evaluator, except that it keeps the `ignore` key that it otherwise overwrites."""

    def _prepare(self):
        super()._prepare()
        for objects in self._gts.values():
            for item in objects:
                item["ignore"] = item["iscrowd"] or item["marked"]


# --- the cases ------------------------------------------------------------------------------------------------------

def number(rng, style, low, high):
    value = rng.uniform(low, high)
    if style == "integer":
        return float(round(value))
    if style == "quarter":
        return round(value * 4) / 4
    if style == "cents":
        return round(value, 2)
    return value


def box(rng, style, extent):
    size = rng.choice([8, 24, 40, 90, 140])
    return [number(rng, style, 0, extent), number(rng, style, 0, extent),
            max(number(rng, style, 1, size), 0.25), max(number(rng, style, 1, size), 0.25)]


def score(rng, style):
    return rng.choice([0.0, 0.25, 0.5, 0.5, 0.75, 1.0]) if style == "ties" else round(rng.random(), 4 if style == "short" else 17)


def near(rng, style, base):
    spread = rng.choice([0, 0.02, 0.06, 0.12, 0.3])
    moved = [b + number(rng, style, -spread, spread) * s for b, s in zip(base, [base[2], base[3], base[2], base[3]])]
    if style in ("integer", "quarter", "cents"):
        moved = [round(v) if style == "integer" else round(v * 4) / 4 if style == "quarter" else round(v, 2) for v in moved]
    return [moved[0], moved[1], max(moved[2], 0.25), max(moved[3], 0.25)]


def random_case(rng, kind):
    style = rng.choice(["integer", "quarter", "cents", "cents", "full"])
    scores = rng.choice(["ties", "short", "short", "full"])
    images, classes = rng.randint(1, 5), rng.randint(1, 4)
    extent = rng.choice([60, 200, 400])
    if kind == "many-classes":
        images, classes, style = 4, 20, "integer"
    objects, detections = [], []
    for image in range(images):
        if kind == "empty-images" and rng.random() < 0.5:
            continue
        for _ in range(rng.randint(0, 24 if kind == "many-classes" else 6)):
            item = box(rng, style, extent)
            name = rng.randrange(classes)
            flags = 0
            if kind == "crowds" and rng.random() < 0.4:
                flags = CROWD
                item[2], item[3] = item[2] * 2, item[3] * 2
            if kind in ("ignored", "honoured") and rng.random() < 0.4:
                flags = IGNORED
            if kind == "honoured" and rng.random() < 0.2:
                flags |= CROWD
            area = item[2] * item[3]
            if kind == "areas":
                area = rng.choice([1024.0, 9216.0, 1023.5, 9216.5, 0.0, area * 0.6, 1e10, 1.5e10])
            objects.append([image, name] + item + [area, flags])
            for _ in range(rng.choice([0, 1, 1, 2, 3])):
                other = rng.randrange(classes) if rng.random() < 0.15 else name
                detections.append([image, other] + near(rng, style, item) + [score(rng, scores)])
        for _ in range(rng.randint(0, 4)):
            detections.append([image, rng.randrange(classes)] + box(rng, style, extent) + [score(rng, scores)])
    if kind == "no-detections":
        detections = []
    if kind == "no-objects":
        objects = []
    if kind == "absent-class":
        objects = [item for item in objects if item[1] != 0]
    if kind == "twins":
        objects += [list(item) for item in objects]
        detections += [list(item) for item in detections]
    rng.shuffle(objects)
    rng.shuffle(detections)
    return images, classes, objects, detections


def crowded_case(rng):
    """More detections of a class in an image than the highest limit."""
    objects = [[0, 0, float(20 * i), 0.0, 16.0, 16.0, 256.0, 0] for i in range(6)]
    detections = [[0, 0, float(rng.randint(0, 120)), float(rng.randint(0, 3)), 16.0, float(rng.randint(14, 18)), round(rng.random(), 2)]
                  for _ in range(130)]
    return 2, 1, objects, detections


def extreme_case(rng):
    """Huge and tiny boxes, and boxes without extent."""
    objects, detections = [], []
    for scale in (1e-6, 1e-3, 1.0, 1e4, 1e6):
        item = [rng.random() * scale, rng.random() * scale, (1 + rng.random()) * scale, (1 + rng.random()) * scale]
        objects.append([0, 0] + item + [item[2] * item[3], 0])
        detections.append([0, 0] + [v * (1 + rng.choice([0, 0.01, 0.1])) for v in item] + [rng.random()])
    objects.append([0, 0, 5.0, 5.0, 0.0, 7.0, 0.0, 0])
    detections.append([0, 0, 5.0, 5.0, 0.0, 7.0, 0.9])
    return 1, 1, objects, detections


def threshold_case(rng):
    """Overlaps that meet IoU thresholds exactly: a box of 20 wide against one of 20 * IoU inside it."""
    objects, detections = [], []
    for index, percent in enumerate(range(50, 100, 5)):
        objects.append([0, 0, 0.0, 40.0 * index, 20.0, 20.0, 400.0, 0])
        detections.append([0, 0, 0.0, 40.0 * index, 20.0, 20.0 * percent / 100, rng.choice([0.5, 0.75])])
    return 1, 1, objects, detections


KINDS = ["plain", "plain", "crowds", "crowds", "ignored", "honoured", "areas", "empty-images", "absent-class", "twins", "limits",
         "no-detections", "no-objects", "crowded", "extreme", "threshold", "many-classes"]
# Kinds that say little more when repeated, or are large, are made this often; the others share what remains.
ONCE = {"no-detections": 2, "no-objects": 2, "crowded": 3, "extreme": 4, "threshold": 1, "many-classes": 2}


def kinds(count):
    rare = [kind for kind, times in ONCE.items() for _ in range(times)]
    common = [kind for kind in KINDS if kind not in ONCE]
    return rare + [common[index % len(common)] for index in range(count - len(rare))]


# --- the official results ---------------------------------------------------------------------------------------------

def as_coco(rng, images, classes, objects, detections):
    """COCO files with ids that are neither contiguous nor in order; position n is the n-th smallest id."""
    image_ids = sorted(rng.sample(range(1, 1000), images))
    class_ids = sorted(rng.sample(range(1, 200), classes))
    image_list = [{"id": i, "width": 640, "height": 480, "file_name": "%d.png" % i} for i in image_ids]
    class_list = [{"id": i, "name": "class %d" % i} for i in class_ids]
    rng.shuffle(image_list)
    rng.shuffle(class_list)
    truth = {"images": image_list, "categories": class_list, "annotations": [
        {"id": n + 1, "image_id": image_ids[o[0]], "category_id": class_ids[o[1]], "bbox": o[2:6], "area": o[6],
         "iscrowd": o[7] & CROWD, "ignore": int(bool(o[7] & IGNORED)), "marked": int(bool(o[7] & IGNORED))} for n, o in enumerate(objects)]}
    results = [{"image_id": image_ids[d[0]], "category_id": class_ids[d[1]], "bbox": d[2:6], "score": d[6]} for d in detections]
    return truth, results


def evaluate(truth, results, limits, honour):
    ground = COCO()
    ground.dataset = truth
    ground.createIndex()
    if results:
        found = ground.loadRes(results)
    else:
        found = COCO()  # loadRes refuses an empty list
        found.dataset = {"images": truth["images"], "categories": truth["categories"], "annotations": []}
        found.createIndex()
    evaluator = (HonouringEvaluator if honour else COCOeval)(ground, found, "bbox")
    evaluator.params.maxDets = limits
    evaluator.evaluate()
    evaluator.accumulate()
    return evaluator


def official(truth, results, limits, honour):
    with contextlib.redirect_stdout(io.StringIO()):
        evaluator = evaluate(truth, results, limits, honour)
    lines = io.StringIO()
    if limits[2] == 100:  # the official summary's first number always asks for 100
        with contextlib.redirect_stdout(lines):
            evaluator.summarize()
        stats = [None if value == -1 else float(value) for value in evaluator.stats]
    else:
        stats = None
    precision, recall = evaluator.eval["precision"], evaluator.eval["recall"]
    per_class = []
    for index in range(precision.shape[2]):
        values = precision[:, :, index, 0, 2]
        values = values[values > -1]
        at50 = precision[0, :, index, 0, 2]
        at50 = at50[at50 > -1]
        per_class.append([float(np.mean(values)), float(np.mean(at50))] if values.size else [None, None])
    return {
        "stats": stats,
        "perClass": per_class,
        "precision": digest(precision),
        "recall": digest(recall),
        "lines": lines.getvalue().splitlines(),
    }


def digest(array):
    return hashlib.sha256(np.ascontiguousarray(array, dtype="<f8").tobytes()).hexdigest()


def make(count, seed):
    rng = random.Random(seed)
    counters = {}
    for kind in kinds(count):
        counters[kind] = counters.get(kind, 0) + 1
        special = {"crowded": crowded_case, "extreme": extreme_case, "threshold": threshold_case}.get(kind)
        images, classes, objects, detections = special(rng) if special else random_case(rng, kind)
        limits = sorted(rng.choice([[1, 2, 3], [2, 2, 5], [1, 4, 100]])) if kind == "limits" else [1, 10, 100]
        honour = kind == "honoured"
        truth, results = as_coco(rng, images, classes, objects, detections)
        expected = official(truth, results, limits, honour)
        if counters[kind] > 1:
            del expected["lines"]
        yield {"name": "%s %d" % (kind, counters[kind]), "images": images, "classes": classes, "maxDetections": limits,
               "honorsIgnored": honour, "objects": compact(objects), "detections": compact(detections), **expected}


def compact(rows):
    return [[int(v) if v == int(v) and abs(v) < 1e15 else v for v in row] for row in rows]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("output")
    arguments.add_argument("--count", type=int, default=120)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    cases = list(make(options.count, options.seed))
    with open(options.output, "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")
    print("%d cases, %d bytes" % (len(cases), os.path.getsize(options.output)))


if __name__ == "__main__":
    main()
