"""The same cases as in Cases.cs, through the official COCO class: json.load and createIndex.

usage: peer.py DATA GROUP     answers compare.py

needs pycocotools: the installed package, or a checkout that the variable PYCOCOTOOLS names; no mask is decoded, `_mask` need not be built.
"""
import contextlib
import io
import os
import pathlib
import sys
from unittest import mock

if "PYCOCOTOOLS" in os.environ:
    sys.path.insert(0, os.environ["PYCOCOTOOLS"])
    sys.modules.setdefault("pycocotools._mask", mock.MagicMock())
for drawing in ("matplotlib", "matplotlib.pyplot", "matplotlib.collections", "matplotlib.patches"):
    sys.modules.setdefault(drawing, mock.MagicMock())
from pycocotools.coco import COCO  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "serving"))
from serve import serve  # noqa: E402

FILE = str(pathlib.Path(sys.argv[1]) / "coco.json")


def index():
    with contextlib.redirect_stdout(io.StringIO()):
        coco = COCO(FILE)
    assert len(coco.anns) == 36781


serve({"coco-import": index, "coco-annotation-file": index})
