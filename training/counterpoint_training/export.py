"""Writes trained weights as the model the C++ side reads, and reads such a model back."""
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np

from .checkpoint import load_checkpoint
from .polnear import ATTRIBUTION_LABELS
from .safetensors_io import read_safetensors, write_safetensors
from .shapes import DESCRIPTION, SHAPE_CLASSES

_KEPT_AS_IS = ("parser.arc.weight", "parser.rel.weight", "parser.link.weight")

NOTES = {
    "shape": DESCRIPTION,
    "word_vector": "hidden state of the word's first piece, then the shape embedding; the root is "
                   "[CLS] with shape 0",
    "matrices": "weight [out, in]: y = weight x + bias. parser.arc.weight [arc+1, arc]: score(d, h) = "
                "[arc_dep_d; 1]^T W arc_head_h. parser.rel.weight [labels, rel+1, rel+1]: "
                "[rel_dep_d; 1]^T W_r [rel_head_h; 1]. parser.link.weight [link+1, link]: like arc",
    "embeddings": "embeddings.word row = embeddings.word.q row * embeddings.word.scale of the row",
    "decoding": "best tree with one root child; label `root` exactly for head 0, otherwise the best "
                "of the other labels",
    "mention": "type of the named or nominal mention whose head this word is (the smallest one); "
               "`none` for all other words and for pronouns",
    "names": "named mentions, OntoNotes's types but those of numbers and times; titles (Mr., "
             "President), determiners and possessors are no part of a name; a chain: the labels with "
             "the highest sum of the words' scores, chain.names.begin [label] of the first and "
             "chain.names.next [before, label] of each later word",
    "attribution": "chains of source, cue and content (begin, inside, or outside; inside at a "
                   "sentence's start goes on from the sentence before), chain.begin [kind, label], "
                   "chain.next [kind, before, label]; link: from the "
                   "first word of a source or content to the first word of a cue, or the root",
}


def is_transposed(name, array):
    """Is this weight [in, out] in training and [out, in] in the file?"""
    return (name.endswith(".weight") and array.ndim == 2 and not name.startswith("embeddings.")
            and name not in _KEPT_AS_IS)


def quantise_rows(matrix):
    """(int8 q, float32 scale) with row = q * scale, symmetric per row."""
    scale = np.abs(matrix).max(1) / 127
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    q = np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8)
    return q, scale


def to_tensors(weights):
    """The file's tensors from training weights."""
    tensors = {}
    for name, array in weights.items():
        array = np.asarray(array, np.float32)
        if name == "embeddings.word":
            tensors[name + ".q"], tensors[name + ".scale"] = quantise_rows(array)
        else:
            tensors[name] = (array.T if is_transposed(name, array) else array).astype(np.float16)
    return tensors


def from_tensors(tensors):
    """Training weights (float32) from the file's tensors: exactly what the C++ side computes with."""
    weights = {}
    for name, array in tensors.items():
        if name == "embeddings.word.q":
            scale = tensors["embeddings.word.scale"]
            weights["embeddings.word"] = array.astype(np.float32) * scale[:, None]
        elif name != "embeddings.word.scale":
            array = array.astype(np.float32)
            weights[name] = np.ascontiguousarray(array.T) if is_transposed(name, array) else array
    return weights


def write_model(folder, weights, labels, description):
    """Writes annotator.safetensors and annotator.json; description adds to the JSON's top level."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tensors = to_tensors(weights)
    write_safetensors(folder / "annotator.safetensors", tensors)
    digest = hashlib.sha256((folder / "annotator.safetensors").read_bytes()).hexdigest()
    layers = 1 + max(int(n.split(".")[1]) for n in weights if n.startswith("layer."))
    entry = {**description, "language": "en", "hidden": int(tensors["embeddings.type"].shape[1]),
             "layers": layers, "max_pieces": int(tensors["embeddings.position"].shape[0]),
             "labels": labels, "shape_classes": SHAPE_CLASSES, "notes": NOTES, "sha256": digest}
    (folder / "annotator.json").write_text(json.dumps(entry, indent=1, ensure_ascii=False) + "\n")
    return digest


def read_model(folder):
    """(training weights, annotator.json) of an exported model; the hash must fit."""
    folder = Path(folder)
    entry = json.loads((folder / "annotator.json").read_text())
    digest = hashlib.sha256((folder / "annotator.safetensors").read_bytes()).hexdigest()
    if digest != entry["sha256"]:
        raise ValueError(f"{folder}/annotator.safetensors does not have the hash in annotator.json")
    return from_tensors(read_safetensors(folder / "annotator.safetensors")), entry


def with_cue_bias(weights, bias):
    """The weights with `bias` added to the score of a cue's first word."""
    changed = np.array(weights["head.cue.bias"], np.float32)
    changed[ATTRIBUTION_LABELS.index("B")] += bias
    return {**weights, "head.cue.bias": changed}


def export(config, work, checkpoint, vocab_path, out):
    """Exports work/<checkpoint>.npz into the folder `out`."""
    weights, _, meta = load_checkpoint(work / f"{checkpoint}.npz")
    weights = with_cue_bias(weights, config["export"]["cue_begin_bias"])
    labels = json.loads((work / "labels.json").read_text())
    settings = config["model"]
    description = {"name": settings["name"], "version": settings["version"],
                   "attention_heads": settings["attention_heads"]}
    digest = write_model(out, weights, labels, description)
    shutil.copyfile(vocab_path, out / "vocab.txt")
    print(f"export: {checkpoint} after {meta['step']} steps -> {out}, sha256 {digest}", flush=True)
