"""Writes the files, runs both sides as processes of their own, and compares what they print and what they cost.

usage: sides.py FOLDER --lat COMMAND [--rounds N] [--scale PART] [--check]
"""
import argparse
import json
import os
import pathlib
import random
import shlex
import subprocess
import sys
import time

# What the issue asks for: at most this part of the official tool's time and of its memory.
TIME_LIMIT, MEMORY_LIMIT = 1 / 15, 1 / 2


def write(folder, scale):
    rng = random.Random(1)
    images, boxes, detections, classes = int(5000 * scale), int(36000 * scale), int(500000 * scale), 80

    def box():
        w, h = rng.uniform(5, 200), rng.uniform(5, 200)
        return [round(v, 2) for v in (rng.uniform(0, 640 - w), rng.uniform(0, 480 - h), w, h)]

    annotations = []
    for number in range(boxes):
        b = box()
        annotations.append({"id": number + 1, "image_id": rng.randrange(images) * 7 + 3, "category_id": rng.randrange(classes) + 1, "bbox": b,
                            "area": b[2] * b[3], "iscrowd": int(rng.random() < 0.01), "segmentation": [[round(rng.uniform(0, 640), 2) for _ in range(40)]]})
    truth = {"images": [{"id": i * 7 + 3, "width": 640, "height": 480, "file_name": "%012d.jpg" % i} for i in range(images)],
             "categories": [{"id": i + 1, "name": "class %d" % i} for i in range(classes)], "annotations": annotations}
    results = []
    for _ in range(detections):
        if rng.random() < 0.15:
            near = rng.choice(annotations)
            b = [round(v + rng.gauss(0, 0.06) * s, 2) for v, s in zip(near["bbox"], near["bbox"][2:] * 2)]
            where = {"image_id": near["image_id"], "category_id": near["category_id"], "bbox": [b[0], b[1], max(b[2], 1), max(b[3], 1)]}
        else:
            where = {"image_id": rng.randrange(images) * 7 + 3, "category_id": rng.randrange(classes) + 1, "bbox": box()}
        results.append({**where, "score": round(rng.random(), 4)})
    (folder / "truth.json").write_text(json.dumps(truth))
    (folder / "found.json").write_text(json.dumps(results))


def measure(command, environment=None):
    """Seconds on the clock and of all cores, peak memory in MiB, and what was printed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})})
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit("%s ended with %d" % (command, status))
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, [line for line in text.splitlines() if "maxDets=" in line]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--lat", required=True)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--scale", type=float, default=1.0)
    arguments.add_argument("--check", action="store_true", help="exit with 1 where a limit is missed")
    options = arguments.parse_args()
    write(options.folder, options.scale)
    truth, found = str(options.folder / "truth.json"), str(options.folder / "found.json")
    ours = shlex.split(options.lat) + ["evaluate", "--ground-truth", truth, "--detections", found]
    peer = [sys.executable, str(pathlib.Path(__file__).with_name("peer.py")), truth, found]
    rounds = [(measure(ours), measure(peer)) for _ in range(options.rounds)]
    if rounds[0][0][3] != rounds[0][1][3] or not rounds[0][0][3]:
        sys.exit("The two print different numbers:\n" + "\n".join(rounds[0][0][3] + rounds[0][1][3]))
    print("%-22s%10s%10s%10s%10s" % ("best of %d" % options.rounds, "lat", "official", "ratio", "limit"))
    met = True
    for column, (name, limit) in enumerate((("seconds on the clock", TIME_LIMIT), ("seconds of all cores", TIME_LIMIT), ("MiB at the peak", MEMORY_LIMIT))):
        a, b = (min(round[side][column] for round in rounds) for side in (0, 1))
        met &= a <= limit * b
        print("%-22s%10.2f%10.2f%10s%10s  %s" % (name, a, b, "1/%.1f" % (b / a), "1/%.0f" % (1 / limit), "met" if a <= limit * b else "MISSED"))
    print("The twelve lines are the same.")
    return 0 if met or not options.check else 1


sys.exit(main())
