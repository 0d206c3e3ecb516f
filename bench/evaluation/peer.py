"""The official evaluation of two files. usage: peer.py TRUTH FOUND

needs pycocotools: the installed package, or a checkout that the variable PYCOCOTOOLS names, its `_mask` built.
"""
import os
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

truth = COCO(sys.argv[1])
evaluator = COCOeval(truth, truth.loadRes(sys.argv[2]), "bbox")
evaluator.evaluate()
evaluator.accumulate()
evaluator.summarize()
