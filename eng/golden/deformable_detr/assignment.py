"""Writes matrices and what scipy.optimize.linear_sum_assignment makes of them.

    python3 eng/golden/deformable_detr/assignment.py tests/Lat.Detection.Tests/Golden/assignment.json

Made with scipy 1.10.1. The entries are the recipe's numbers, so only their names and shapes are stored. The optimum of such matrices is unique;
in those of whole numbers it is not, and there only the cost is compared.
"""
import json
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "torchvision"))
import numpy  # noqa: E402
import recipe  # noqa: E402
from scipy.optimize import linear_sum_assignment  # noqa: E402

SHAPES = [(1, 1), (1, 7), (7, 1), (3, 3), (4, 6), (6, 4), (12, 12), (40, 9), (9, 40), (60, 60), (300, 25), (25, 300)]


def main(path):
    cases = []
    for rows, columns in SHAPES:
        name = f"assignment {rows}x{columns}"
        costs = recipe.numbers(name, rows * columns).reshape(rows, columns)
        cases.append({"name": name, "rows": rows, "columns": columns, "pairs": [[int(row), int(column)] for row, column in zip(*linear_sum_assignment(costs))]})
        whole = numpy.floor(costs * 4)
        chosen = linear_sum_assignment(whole)
        cases[-1]["wholeCost"] = int(whole[chosen].sum())
    with open(path, "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
