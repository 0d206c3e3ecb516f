#!/usr/bin/env python3
"""Makes golden results of random cases of which only the seed is stored, with the official evaluator.

    PYCOCOTOOLS=<cocoapi>/PythonAPI python3 eng/golden/coco_seeded.py tests/Lat.Evaluation.Tests/Golden/coco-seeded.json

The cases are drawn by the few exact operations below, which tests/Lat.Evaluation.Tests/Coco/SeededCase.cs repeats line by line; the digest of
the input shows where the two should ever part. Needs what coco_ap.py needs, and takes its evaluators from there.
"""
import argparse
import contextlib
import hashlib
import io
import json
import os
import struct

from coco_ap import CROWD, IGNORED, digest, evaluate

MASK = (1 << 64) - 1
SCALES = [1.0, 1.0, 1.0, 1.0, 1e-6, 1e6]
AREAS = [1024.0, 9216.0, 1023.5, 9216.5, 0.0, 1e10, 1.5e10]


class Random:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, count):
        return self.bits() % count

    def one_in(self, count):
        return self.below(count) == 0

    def unit(self):
        return (self.bits() >> 11) * (1.0 / (1 << 53))

    def shuffle(self, items):
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]


class Case:
    """What a seed stands for. Rows: objects [image, class, x, y, w, h, area, flags], detections [image, class, x, y, w, h, score]."""

    def __init__(self, seed):
        self.random = r = Random(seed)
        self.images, self.classes = 1 + r.below(6), 1 + r.below(6)
        self.style, self.ties = r.below(4), r.below(3)
        self.extent = [60, 200, 640][r.below(3)]
        self.scale = SCALES[r.below(6)]
        crowds, ignored, absent, areas, crowded = r.one_in(3), r.one_in(3), r.one_in(4), r.one_in(4), r.one_in(8)
        self.honours = r.one_in(6)
        self.limits = [[1, 10, 100], [1, 2, 3], [2, 2, 5], [1, 4, 100]][r.below(4) if r.one_in(5) else 0]
        self.first_id = 0 if r.one_in(8) else 1
        text_ids = r.one_in(3)
        self.image_ids, self.class_ids = self.ids(self.images, text_ids), self.ids(self.classes, text_ids)
        self.objects, self.detections = [], []
        for image in range(self.images):
            if r.one_in(5):
                continue
            for _ in range(r.below(9)):
                self.add_object(image, crowds, ignored, absent, areas)
            for _ in range(r.below(6)):
                self.detections.append([image, r.below(self.classes)] + self.box() + [self.score()])
        if crowded:
            for _ in range(130):
                self.detections.append([0, 0] + self.box() + [self.score()])
        if r.one_in(20):
            self.detections = []
        if r.one_in(20):
            self.objects = []
        r.shuffle(self.objects)
        r.shuffle(self.detections)

    def ids(self, count, text):
        """Distinct ids in the official order, that of numbers or of texts."""
        found = []
        while len(found) < count:
            number = self.random.below(2000)
            name = "%d" % number if text else number
            if name not in found:
                found.append(name)
        return sorted(found)

    def number(self, low, size):
        if self.style == 0:
            return float(low + self.random.below(size))
        if self.style == 1:
            return low + self.random.below(size * 4) / 4
        if self.style == 2:
            return low + self.random.below(size * 100) / 100
        return low + (self.random.unit() * size)

    def box(self):
        size = [6, 24, 40, 90, 150][self.random.below(5)]
        return [v * self.scale for v in
                (self.number(0, self.extent), self.number(0, self.extent), self.number(1, size), self.number(1, size))]

    def score(self):
        if self.ties == 0:
            return self.random.below(5) / 4
        return self.random.below(101) / 100 if self.ties == 1 else self.random.unit()

    def add_object(self, image, crowds, ignored, absent, areas):
        r = self.random
        item, name, flags = self.box(), r.below(self.classes), 0
        if absent and name == 0:
            return
        if crowds and r.one_in(3):
            flags |= CROWD
        if ignored and r.one_in(3):
            flags |= IGNORED
        area = AREAS[r.below(7)] if areas else item[2] * item[3]
        self.objects.append([image, name] + item + [area, flags])
        for _ in range(r.below(4)):
            other = r.below(self.classes) if r.one_in(7) else name
            self.detections.append([image, other] + self.near(item) + [self.score()])

    def near(self, base):
        spread = [0.0, 0.0, 0.05, 0.1, 0.3, 0.6][self.random.below(6)]
        x = base[0] + ((self.random.unit() - 0.5) * spread * base[2])
        y = base[1] + ((self.random.unit() - 0.5) * spread * base[3])
        width = base[2] * (1 + ((self.random.unit() - 0.5) * spread))
        height = base[3] * (1 + ((self.random.unit() - 0.5) * spread))
        return [x, y, width, height]

    def digest(self):
        numbers = [float(v) for row in self.objects + self.detections for v in row]
        return hashlib.sha256(struct.pack("<%dd" % len(numbers), *numbers)).hexdigest()[:16]

    def files(self):
        truth = {
            "images": [{"id": i, "width": 640, "height": 480, "file_name": "%s.png" % i} for i in self.image_ids],
            "categories": [{"id": i, "name": "class %s" % i} for i in self.class_ids],
            "annotations": [
                {"id": n + self.first_id, "image_id": self.image_ids[o[0]], "category_id": self.class_ids[o[1]], "bbox": o[2:6], "area": o[6],
                 "iscrowd": o[7] & CROWD, "ignore": int(bool(o[7] & IGNORED)), "marked": int(bool(o[7] & IGNORED))}
                for n, o in enumerate(self.objects)]}
        self.random.shuffle(truth["images"])
        self.random.shuffle(truth["categories"])
        return truth, [{"image_id": self.image_ids[d[0]], "category_id": self.class_ids[d[1]], "bbox": d[2:6], "score": d[6]} for d in self.detections]


def official(seed):
    case = Case(seed)
    answer = {"seed": seed, "input": case.digest()}
    truth, results = case.files()
    with contextlib.redirect_stdout(io.StringIO()):
        evaluator = evaluate(truth, results, case.limits, case.honours)
        if case.limits[2] == 100:  # the official summary's first number always asks for 100
            evaluator.summarize()
            answer["stats"] = [None if value == -1 else float(value) for value in evaluator.stats]
    answer["precision"] = digest(evaluator.eval["precision"])[:32]
    answer["recall"] = digest(evaluator.eval["recall"])[:32]
    return answer


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("output")
    arguments.add_argument("--count", type=int, default=420)
    arguments.add_argument("--first", type=int, default=1, help="the first seed; the others follow")
    options = arguments.parse_args()
    lines = [json.dumps(official(seed), separators=(",", ":")) for seed in range(options.first, options.first + options.count)]
    with open(options.output, "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(lines) + "\n]\n")
    print("%d cases, %d bytes" % (len(lines), os.path.getsize(options.output)))


if __name__ == "__main__":
    main()
