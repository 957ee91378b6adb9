"""Reads and writes safetensors files with numpy alone, in a fixed order (same tensors, same bytes)."""
import json
import struct
from pathlib import Path

import numpy as np

_TYPES = {"F32": np.float32, "F16": np.float16, "I8": np.int8, "I64": np.int64}
_NAMES = {np.dtype(t): name for name, t in _TYPES.items()}


def read_safetensors(path):
    """{name: array} of a file."""
    data = Path(path).read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = (8 + size + offset for offset in entry["data_offsets"])
            array = np.frombuffer(data[begin:end], _TYPES[entry["dtype"]])
            tensors[name] = array.reshape(entry["shape"])
    return tensors


def write_safetensors(path, tensors):
    """Writes {name: array}; tensors lie in name order, the header is padded to 8 bytes."""
    header, offset = {}, 0
    for name in sorted(tensors):
        array = tensors[name]
        header[name] = {"dtype": _NAMES[array.dtype], "shape": list(array.shape),
                        "data_offsets": [offset, offset + array.nbytes]}
        offset += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text)
        for name in sorted(tensors):
            out.write(np.ascontiguousarray(tensors[name]).tobytes())
