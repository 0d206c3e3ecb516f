"""safetensors in a few lines, so that the peers need no package for it."""
import json
import struct

import torch


def write_weights(state, path):
    header, data, at = {}, [], 0
    for name in sorted(state):
        raw = state[name].contiguous().float().numpy().tobytes()
        header[name] = {"dtype": "F32", "shape": list(state[name].shape), "data_offsets": [at, at + len(raw)]}
        data.append(raw)
        at += len(raw)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(data))


def read_weights(network, path):
    raw = bytearray(path.read_bytes())
    length = struct.unpack("<Q", raw[:8])[0]
    header, start = json.loads(raw[8:8 + length]), 8 + length
    network.load_state_dict({
        name: torch.frombuffer(raw, dtype=torch.float32, count=(entry["data_offsets"][1] - entry["data_offsets"][0]) // 4,
                               offset=start + entry["data_offsets"][0]).view(entry["shape"]).clone()
        for name, entry in header.items()})
    return network
