"""Saves and loads weights, optimiser state and progress; a file is replaced only when complete."""
import json
import os
from pathlib import Path

import numpy as np


def save_checkpoint(path, weights, state, meta):
    """Writes everything into one .npz; state may be None."""
    arrays = {"w:" + n: np.asarray(v) for n, v in weights.items()}
    for moment, values in (state or {}).items():
        arrays.update({f"{moment}:{n}": np.asarray(v) for n, v in values.items()})
    arrays["meta"] = np.array(json.dumps(meta))
    path = Path(path)
    temporary = path.with_name(path.stem + ".part.npz")
    np.savez(temporary, **arrays)
    os.replace(temporary, path)


def load_checkpoint(path):
    """(weights, state or None, meta) of a saved file."""
    with np.load(path) as file:
        groups = {"w": {}, "m": {}, "v": {}}
        for key in file.files:
            if key != "meta":
                group, name = key.split(":", 1)
                groups[group][name] = file[key]
        meta = json.loads(str(file["meta"]))
    state = {"m": groups["m"], "v": groups["v"]} if groups["m"] else None
    return groups["w"], state, meta
