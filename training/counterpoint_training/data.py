"""Turns treebanks into arrays: pieces, first pieces, shapes and the gold label of every head."""
import json
import pickle
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .conllu import gum_genre, read_conllu
from .entities import MENTION_LABELS, NAME_LABELS, mention_labels, name_labels, read_mentions
from .shapes import SHAPE_CLASSES, shape_class
from .wordpieces import WordPieces

UPOS_LABELS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
               "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"]


@dataclass
class Example:
    """One sentence as numbers. Word lists exclude the root; -1 is "no gold label"."""
    pieces: list
    first: list
    shapes: list
    gold: dict      # head name -> list of label numbers ("heads": 0 is the root)


def prepare(config, data_folder, vocab_path, out_folder):
    """Reads both training treebanks, fixes the label sets and stores the examples."""
    data_folder, out_folder = Path(data_folder), Path(out_folder)
    out_folder.mkdir(parents=True, exist_ok=True)
    files = config["data"]
    ewt = read_conllu(data_folder / files["ewt_train"])
    gum = [s for s in read_conllu(data_folder / files["gum_train"])
           if gum_genre(s.doc_id) in files["gum_free_genres"]]
    labels = label_sets(ewt + gum)
    pieces = WordPieces(vocab_path)
    examples = [make_example(s, pieces, labels, has_entities=False) for s in ewt]
    examples += [make_example(s, pieces, labels, has_entities=True) for s in gum]
    kept = [e for e in examples if len(e.pieces) <= files["max_pieces"]]
    report = {"ewt_sentences": len(ewt), "gum_sentences": len(gum), "kept": len(kept),
              "words": sum(len(e.first) for e in kept), "pieces": sum(len(e.pieces) for e in kept)}
    print("prepare:", json.dumps(report), flush=True)
    (out_folder / "labels.json").write_text(json.dumps(labels, indent=1))
    with open(out_folder / "train.pickle", "wb") as out:
        pickle.dump(kept, out)


def load_prepared(out_folder):
    """(examples, label sets) that prepare() stored."""
    with open(Path(out_folder) / "train.pickle", "rb") as file:
        return pickle.load(file), json.loads((Path(out_folder) / "labels.json").read_text())


def label_sets(sentences):
    """The labels of each head, the fixed ones first, the treebanks' own in alphabetical order."""
    return {"upos": UPOS_LABELS,
            "xpos": sorted({x for s in sentences for x in s.xpos}),
            "names": NAME_LABELS,
            "mention": MENTION_LABELS,
            "deprel": sorted(Counter(d for s in sentences for d in s.deprels))}


def make_example(sentence, word_pieces, labels, has_entities):
    """An Example from a gold sentence; labels unknown to the sets become -1."""
    ids, first = word_pieces.sentence(sentence.forms)
    gold = {"upos": numbers(sentence.upos, labels["upos"]),
            "xpos": numbers(sentence.xpos, labels["xpos"]),
            "deprel": numbers(sentence.deprels, labels["deprel"]),
            "heads": list(sentence.heads)}
    none = [-1] * len(first)
    mentions = read_mentions(sentence) if has_entities else []
    gold["names"] = (numbers(name_labels(sentence, mentions), NAME_LABELS) if has_entities else none)
    gold["mention"] = (numbers(mention_labels(sentence, mentions), MENTION_LABELS)
                       if has_entities else none)
    return Example(ids, first, sentence_shapes(sentence.forms), gold)


def sentence_shapes(words):
    """The shape class of every word of a sentence."""
    return [shape_class(word, i == 0) for i, word in enumerate(words)]


def numbers(values, labels):
    """Label numbers of label names."""
    index = {label: i for i, label in enumerate(labels)}
    return [index.get(v, -1) for v in values]


def make_batch(examples, length, rows):
    """Arrays of a padded batch: `rows` sentences of `length` pieces, root first among words.

    A sentence of p pieces has at most p - 2 words, so length - 1 places hold the root and all
    words. Padding has first = 0, shape = 0 and gold = -1.
    """
    words = length - 1
    batch = {"pieces": np.zeros((rows, length), np.int32), "mask": np.zeros((rows, length), bool),
             "first": np.zeros((rows, words), np.int32), "shapes": np.zeros((rows, words), np.int32),
             "is_word": np.zeros((rows, words), bool)}
    for key in ("upos", "xpos", "deprel", "heads", "names", "mention"):
        batch[key] = np.full((rows, words), -1, np.int32)
    for r, e in enumerate(examples):
        n = len(e.first)
        batch["pieces"][r, :len(e.pieces)] = e.pieces
        batch["mask"][r, :len(e.pieces)] = True
        batch["first"][r, 1:n + 1] = e.first
        batch["shapes"][r, 1:n + 1] = e.shapes
        batch["is_word"][r, :n + 1] = True
        for key, values in e.gold.items():
            batch[key][r, 1:n + 1] = values
    batch["mask"][len(examples):, 0] = True      # empty rows attend to themselves
    return batch


def plan_batches(examples, lengths, batch_pieces, rng=None):
    """[(padded length, rows, example numbers)] with little padding; shuffled if rng is given."""
    buckets = {length: [] for length in lengths}
    order = rng.permutation(len(examples)) if rng is not None else range(len(examples))
    for i in order:
        fit = next((x for x in lengths if x >= len(examples[i].pieces)), None)
        if fit is not None:
            buckets[fit].append(int(i))
    plan = []
    for length, members in buckets.items():
        rows = max(1, batch_pieces // length)
        plan += [(length, rows, members[i:i + rows]) for i in range(0, len(members), rows)]
    if rng is not None:
        plan = [plan[i] for i in rng.permutation(len(plan))]
    return plan
