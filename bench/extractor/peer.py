"""Features of one image by the original DINOv2.

usage: peer.py DATA write CHECKOUT     writes the image and the weights that both sides read
       peer.py DATA CHECKOUT GROUP     answers compare.py
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "bench" / "serving"), str(ROOT / "eng" / "golden" / "dinov2")]
import numpy  # noqa: E402
import original  # noqa: E402
import torch  # noqa: E402
from serve import serve  # noqa: E402

WIDTH, HEIGHT = 560, 280
FOLDER = pathlib.Path(sys.argv[1])


def network(checkout):
    _, backbones = original.load(checkout)
    return backbones.dinov2_vits14(pretrained=False).eval()


def write(checkout):
    model = network(checkout)
    original.fill(model)
    torch.save(model.state_dict(), FOLDER / "vits14.pth")
    image = original.recipe.image("image", WIDTH, HEIGHT).permute(1, 2, 0).to(torch.uint8)
    (FOLDER / "pixels").write_bytes(image.contiguous().numpy().tobytes())


def answer(checkout, group):
    torch.set_num_threads(1 if group.endswith("1") else 2)
    model = network(checkout)
    model.load_state_dict(torch.load(FOLDER / "vits14.pth"))
    pixels = numpy.frombuffer((FOLDER / "pixels").read_bytes(), numpy.uint8).reshape(HEIGHT, WIDTH, 3)
    mean, deviation = (torch.tensor(values)[:, None, None] for values in (original.MEAN, original.DEVIATION))

    def features():
        with torch.inference_mode():
            image = torch.from_numpy(pixels.copy()).permute(2, 0, 1).float() / 255
            return model.get_intermediate_layers(((image - mean) / deviation)[None], n=1, reshape=True, norm=True)[0]

    print(f"original: norm {features().norm():.3f}", file=sys.stderr)
    serve({group: features})


if sys.argv[2] == "write":
    write(sys.argv[3])
else:
    answer(sys.argv[2], sys.argv[3])
