"""Numbers that both sides of the comparison make for themselves, so that no weights need be stored. The C# twin is
tests/Lat.Detection.Tests/Parity/Recipe.cs; change neither alone.

numbers(name, n): entry i is SplitMix64's output for state FNV-1a-64(name) + (i + 1) * 0x9E3779B97F4A7C15; its upper 24 bits, as a fraction of
2^24, times two, minus one: in [-1, 1), exact in float32.
"""
import numpy
import torch

MASK = (1 << 64) - 1
STEP = 0x9E3779B97F4A7C15

# Factors that give a random network spread-out scores and moderate boxes, so that no decision hangs on the last bit.
GAINS = {"cls_score.weight": 1.5, "bbox_pred.weight": 0.3, "cls_logits.weight": 1.5}
PYRAMID_GAIN = 0.5


def numbers(name, count):
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = ((seed ^ byte) * 0x100000001B3) & MASK
    with numpy.errstate(over="ignore"):
        z = numpy.uint64(seed) + numpy.arange(1, count + 1, dtype=numpy.uint64) * numpy.uint64(STEP)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z = z ^ (z >> numpy.uint64(31))
    return (z >> numpy.uint64(40)).astype(numpy.float64) * (2.0 / (1 << 24)) - 1.0


def tensor(name, shape):
    values = numbers(name, int(numpy.prod(shape)))
    return torch.from_numpy(values.astype(numpy.float32)).reshape(shape)


def fill(network):
    """Gives every parameter and buffer of a network its numbers: He's uniform distribution, norms that halve what passes them."""
    for name, value in network.state_dict().items():
        if name.endswith("num_batches_tracked"):
            continue
        drawn = numbers(name, value.numel())
        if value.dim() > 1:
            gain = next((gain for suffix, gain in GAINS.items() if name.endswith(suffix)), PYRAMID_GAIN if ".fpn." in name else 1.0)
            drawn = drawn * (gain * float(numpy.sqrt(6.0 * value.shape[0] / value.numel())))
        elif name.endswith("running_var"):
            drawn = 1.0 + 0.2 * drawn
        elif name.endswith("weight"):
            drawn = 0.5 + 0.1 * drawn
        else:
            drawn = 0.1 * drawn
        value.copy_(torch.from_numpy(drawn.astype(numpy.float32)).reshape(value.shape))


def image(name, width, height):
    """Blocks of 8x8 pixels of one colour with a little noise, [3, H, W] in 0 to 255."""
    rows, columns = (height + 7) // 8, (width + 7) // 8
    blocks = numpy.floor((numbers(name + ".blocks", rows * columns * 3) + 1.0) * 112.0).reshape(rows, columns, 3)
    noise = numpy.floor((numbers(name + ".noise", height * width * 3) + 1.0) * 16.0).reshape(height, width, 3)
    pixels = blocks.repeat(8, 0).repeat(8, 1)[:height, :width] + noise
    return torch.from_numpy(pixels.astype(numpy.float32)).permute(2, 0, 1)


def boxes(name, count, width, height):
    """[count, 4] xyxy around points of an image, sides from 4 to 256 pixels, so that some are larger than the image."""
    drawn = numbers(name, count * 4).reshape(count, 4)
    x, y = (drawn[:, 0] + 1.0) * (width / 2.0), (drawn[:, 1] + 1.0) * (height / 2.0)
    half = 2.0 + 63.0 * (drawn[:, 2:] + 1.0) * (drawn[:, 2:] + 1.0) / 2.0
    return torch.from_numpy(numpy.stack([x - half[:, 0], y - half[:, 1], x + half[:, 0], y + half[:, 1]], 1).astype(numpy.float32))


class RandomStream:
    """xoshiro256** seeded by SplitMix64, as Lat.Core.RandomStream."""

    def __init__(self, seed):
        self.state = []
        for _ in range(4):
            seed = (seed + STEP) & MASK
            z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
            self.state.append(z ^ (z >> 31))

    @staticmethod
    def rotate(value, bits):
        return ((value << bits) | (value >> (64 - bits))) & MASK

    def next(self):
        s = self.state
        result = (self.rotate((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = self.rotate(s[3], 45)
        return result

    def integer(self, count):
        limit = MASK - MASK % count
        while True:
            drawn = self.next()
            if drawn < limit:
                return drawn % count

    def choose(self, items, limit):
        """As Lat.Detection.BalancedSampler draws: the front of a Fisher-Yates shuffle; no draw where all are taken."""
        items, count = list(items), min(limit, len(items))
        if count < len(items):
            for drawn in range(count):
                other = drawn + self.integer(len(items) - drawn)
                items[drawn], items[other] = items[other], items[drawn]
        return sorted(items[:count])
