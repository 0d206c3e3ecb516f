#!/usr/bin/env python3
"""Draws the README's picture, docs/picture.svg, of one image of a report's page: its own labels, pseudo-labels, Lat's labels, and the truth.

    ./build.sh Benchmark --experiment streets
    eng/picture.py artifacts/experiments/streets/report.html docs/picture.svg --source fine --target mid --image 3
"""
import argparse
import json
import pathlib
import re
from xml.sax.saxutils import escape, quoteattr

COLOURS = ["#e69f00", "#56b4e9", "#f0e442", "#ff5d8f", "#7ee081", "#b58cff", "#ff7f50", "#3fe0d0"]
WIDTH, GAP, HEAD = 384, 12, 26
TITLES = {"pseudo-label": "pseudo-labels: what a detector of {target} sees", "lat": "Lat: the same labels, as {target} would draw them",
          "truth": "the truth (known, as the scene is generated)"}


def short(name):
    return name.split(".", 1)[-1]


def panel(image, panel, classes, title, threshold, x, y):
    scale = WIDTH / image["w"]
    height = image["h"] * scale
    parts = ['<g transform="translate(%d %d)">' % (x, y), '<text class="t" y="17">%s</text>' % escape(title),
             '<image y="%d" width="%d" height="%d" href=%s/>' % (HEAD, WIDTH, height, quoteattr(image["src"]))]
    for x1, y1, x2, y2, kind, score, *_ in sorted(panel["boxes"], key=lambda box: box[5]):
        if score < threshold:
            continue
        colour = COLOURS[kind % len(COLOURS)]
        text = short(classes[kind])
        left, top, width, high = x1 * scale, HEAD + y1 * scale, (x2 - x1) * scale, (y2 - y1) * scale
        wide = 6.2 * len(text) + 6
        at = min(max(left, 0), WIDTH - wide)
        parts.append('<rect class="b" x="%.1f" y="%.1f" width="%.1f" height="%.1f" stroke="%s"/>' % (left, top, width, high, colour))
        parts.append('<rect x="%.1f" y="%.1f" width="%.1f" height="14" fill="%s"/><text class="l" x="%.1f" y="%.1f">%s</text>'
                     % (at, max(top - 14, HEAD), wide, colour, at + 3, max(top - 14, HEAD) + 11, escape(text)))
    return "\n".join(parts + ["</g>"]), height


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("report", type=pathlib.Path)
    arguments.add_argument("picture", type=pathlib.Path)
    arguments.add_argument("--source", required=True)
    arguments.add_argument("--target", required=True)
    arguments.add_argument("--image", type=int, default=0, help="which of the images that the page shows for the two")
    options = arguments.parse_args()
    page = options.report.read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="viewer-data">(.*?)</script>', page, re.S).group(1))
    transfer = next(item for item in data["transfers"] if (item["source"], item["target"]) == (options.source, options.target))
    item = transfer["items"][options.image]
    image = data["images"][item["image"]]
    parts = []
    for index, one in enumerate(item["panels"]):
        classes = transfer["sourceClasses" if one["source"] else "targetClasses"]
        title = "%s, as it is labelled" % options.source if one["source"] else TITLES.get(one["name"], one["name"]).format(target=options.target)
        x, row = (index % 2) * (WIDTH + GAP), index // 2
        text, height = panel(image, one, classes, title, transfer["threshold"], x, row * (HEAD + GAP + WIDTH * image["h"] // image["w"]))
        parts.append(text)
    rows = (len(item["panels"]) + 1) // 2
    size = (2 * WIDTH + GAP, rows * int(height + HEAD) + (rows - 1) * GAP)
    style = ("text{font-family:system-ui,sans-serif}.t{font-size:14px;fill:#24292f}.l{font-size:11px;fill:#111}.b{fill:none;stroke-width:2}"
             "@media(prefers-color-scheme:dark){.t{fill:#e6edf3}}")
    options.picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label=%s>\n<style>%s</style>\n%s\n</svg>\n'
                               % (*size, *size, quoteattr("One image of %s with its own labels, pseudo-labels, Lat's labels and the true ones in the label space of %s"
                                                          % (options.source, options.target)), style, "\n".join(parts)), encoding="utf-8")


if __name__ == "__main__":
    main()
