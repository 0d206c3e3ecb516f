"""Writes tests/Lat.Detection.Tests/Golden/checkpoints.json: small checkpoints as PyTorch writes them, and what is in them.

Run:   python3 eng/golden/make_checkpoints.py        (made with torch 1.13.0a0, Debian 12)

Each case is a file in base64 and either its tensors (type, shape, SHA-256 of the row-major little-endian numbers) or a part of the message
that refuses it. Old files name storages by address, so that a second run gives other bytes of the same meaning.
"""
import argparse
import base64
import collections
import hashlib
import io
import json
import os
import pathlib
import pickle
import tarfile
import zipfile

import torch

FILE = pathlib.Path(__file__).parents[2] / "tests/Lat.Detection.Tests/Golden/checkpoints.json"
NAMES = {
    torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.int64: "I64", torch.int32: "I32",
    torch.int16: "I16", torch.int8: "I8", torch.uint8: "U8", torch.bool: "BOOL",
}
torch.manual_seed(7)


def described(tensor):
    whole = tensor.detach().contiguous()
    raw = whole.view(torch.int16) if whole.dtype == torch.bfloat16 else whole
    return {"type": NAMES[tensor.dtype], "shape": list(tensor.shape), "sha256": hashlib.sha256(raw.numpy().tobytes()).hexdigest()}


def saved(value, zipped, protocol=2):
    file = io.BytesIO()
    torch.save(value, file, _use_new_zipfile_serialization=zipped, pickle_protocol=protocol)
    return file.getvalue()


def case(content, tensors=None, section=None, prefix="", ignored=(), refused=None):
    result = {"file": base64.b64encode(content).decode()}
    if refused is not None:
        return result | {"refused": refused}
    return result | {
        "section": section, "prefix": prefix, "ignored": sorted(ignored),
        "tensors": {name: described(tensor) for name, tensor in tensors.items()},
    }


def types():
    numbers = torch.tensor([[0.0, 1.5, -2.25], [3.0, 127.0, -1.0]])
    return {name.lower(): numbers.abs().to(kind) if kind == torch.uint8 else numbers.to(kind) for kind, name in NAMES.items()} | {
        "scalar": torch.tensor(42), "none": torch.zeros(0, 4), "one": torch.tensor([0.1])}


def views():
    base = torch.arange(24.0).reshape(4, 6)
    return {
        "base": base, "transposed": base.t(), "columns": base[:, 1:5:2], "row": base[2], "middle": base[1:3],
        "permuted": torch.arange(24).reshape(2, 3, 4).permute(2, 0, 1), "expanded": torch.tensor([5.0, 6.0]).expand(3, 2),
        "channels_last": torch.arange(16.0).reshape(1, 2, 2, 4).contiguous(memory_format=torch.channels_last), "tied": base,
    }


def module():
    network = torch.nn.Sequential(torch.nn.Conv2d(2, 3, 1), torch.nn.BatchNorm2d(3))
    return network, dict(network.state_dict())


def training():
    """What a training script leaves: the weights of a wrapped network under `model`, and much else."""
    network, state = module()
    optimizer = torch.optim.SGD(network.parameters(), 0.1, momentum=0.9)
    network(torch.randn(2, 2, 4, 4)).sum().backward()
    optimizer.step()
    state = dict(network.state_dict())
    wrapped = collections.OrderedDict((f"module.{name}", value) for name, value in state.items())
    return {"model": wrapped, "optimizer": optimizer.state_dict(), "epoch": 3, "args": argparse.Namespace(lr=0.1, names=["a"])}, state


class Program:
    """Pickled as a call of a function of this machine."""

    def __reduce__(self):
        return os.system, ("echo this must never run",)


def rezipped(content, change, method=zipfile.ZIP_STORED):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", method) as new:
        for name, data in change({name: old.read(name) for name in old.namelist()}).items():
            new.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def old_tar():
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("sys_info"))
    return file.getvalue()[:1024]


def scripted():
    file = io.BytesIO()
    torch.jit.save(torch.jit.script(torch.nn.ReLU()), file)
    return rezipped(file.getvalue(), lambda entries: {name: data for name, data in entries.items() if "/code/" not in name})


def main():
    cases = {}
    network, state = module()
    checkpoint, trained = training()
    for name, zipped in [("zip", True), ("legacy", False)]:
        cases[f"{name}-types"] = case(saved(types(), zipped), types())
        cases[f"{name}-views"] = case(saved(views(), zipped), views())
        cases[f"{name}-module"] = case(saved(network.state_dict(), zipped), state)
        cases[f"{name}-parameters"] = case(saved(dict(network.named_parameters()), zipped), dict(network.named_parameters()))
        cases[f"{name}-training"] = case(
            saved(checkpoint, zipped), trained, "model", "module.", ["optimizer", "epoch", "args"])
        cases[f"{name}-nested"] = case(
            saved({"body": {"a": torch.ones(2)}, "head": {"b": {"c": torch.zeros(1)}}, "note": "x"}, zipped),
            {"body.a": torch.ones(2), "head.b.c": torch.zeros(1)}, ignored=["note"])
        cases[f"{name}-program"] = case(saved({"weight": torch.ones(1), "extra": Program()}, zipped), refused="'posix.system'")
        cases[f"{name}-whole-module"] = case(saved(torch.nn.ReLU(), zipped), refused="'torch.nn.modules.activation.ReLU'")
        cases[f"{name}-tensor-alone"] = case(saved(torch.ones(2), zipped), refused="holds a single tensor")
        cases[f"{name}-no-tensor"] = case(saved({"epoch": 1}, zipped), refused="holds no tensor under a name; it has: epoch")
        cases[f"{name}-quantized"] = case(
            saved({"q": torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8)}, zipped), refused="_rebuild_qtensor")
        cases[f"{name}-complex"] = case(saved({"c": torch.ones(2, dtype=torch.complex64)}, zipped), refused="torch.ComplexFloatStorage")

    small = saved({"a": torch.arange(3.0)}, True)
    cases["zip-protocol-4"] = case(saved(types(), True, protocol=4), types())
    cases["zip-other-folder-name"] = case(
        rezipped(small, lambda entries: {name.replace("archive", "weights"): data for name, data in entries.items()}), {"a": torch.arange(3.0)})
    cases["zip-byte-order"] = case(rezipped(small, lambda entries: entries | {"archive/byteorder": b"little"}), {"a": torch.arange(3.0)})
    cases["zip-big-endian"] = case(rezipped(small, lambda entries: entries | {"archive/byteorder": b"big"}), refused="another byte order ('big')")
    cases["zip-compressed"] = case(rezipped(saved({"a": torch.zeros(500)}, True), lambda entries: entries, zipfile.ZIP_DEFLATED), refused="was compressed after")
    cases["zip-storage-missing"] = case(
        rezipped(small, lambda entries: {name: data for name, data in entries.items() if "/data/" not in name}), refused="a: its storage '0' is missing")
    cases["zip-storage-short"] = case(
        rezipped(small, lambda entries: {name: data[:7] if "/data/" in name else data for name, data in entries.items()}), refused="has 7 of 12 bytes")
    cases["zip-other"] = case(rezipped(small, lambda _: {"word/document.xml": b"<x/>"}), refused="no 'NAME/data.pkl'. It has: word/document.xml")
    cases["zip-script"] = case(scripted(), refused="is a TorchScript program")
    cases["legacy-big-endian"] = case(
        saved({"a": torch.ones(1)}, False).replace(b"little_endianq\x02\x88", b"little_endianq\x02\x89"), refused="a big-endian machine")
    cases["pickle-other"] = case(pickle.dumps({"a": 1}, 2), refused="not one of PyTorch's")
    cases["tar"] = case(old_tar(), refused="is a tar archive")
    FILE.write_text("{\n" + ",\n".join(f"{json.dumps(name)}: {json.dumps(value)}" for name, value in cases.items()) + "\n}\n")
    print(f"{len(cases)} cases, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
