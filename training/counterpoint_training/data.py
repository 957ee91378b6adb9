"""Turns treebanks into arrays: pieces, first pieces, shapes and the gold label of every head."""
import json
import pickle
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .conllu import gum_genre, read_conllu
from .entities import MENTION_LABELS, mention_labels, name_labels, read_mentions
from .gum_attribution import attributed_sentences
from .polnear import ATTRIBUTION_LABELS, KINDS, read_polnear
from .silver import NAME_LABELS, UNKNOWN, refined_labels, silver_labels
from .shapes import SHAPE_CLASSES, shape_class
from .wordpieces import WordPieces

UPOS_LABELS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
               "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"]


@dataclass
class Example:
    """One sentence as numbers. Word lists exclude the root; -1 is "no gold label", and a head that
    is absent from gold has none at all."""
    pieces: list
    first: list
    shapes: list
    gold: dict      # head name -> list of label numbers ("heads", "link": 0 is the root)
    origin: str = ""                               # ewt, gum or polnear


def read_sets(config, data_folder, program, packs, out_folder):
    """Reads what is trained on: {"ewt", "gum": treebank sentences, "polnear": attributed ones}.

    They are stored, and their words apart, for the teacher that labels the names.
    """
    data_folder, out_folder = Path(data_folder), Path(out_folder)
    out_folder.mkdir(parents=True, exist_ok=True)
    files = config["data"]
    sets = {"ewt": read_conllu(data_folder / files["ewt_train"]),
            "gum": [s for s in read_conllu(data_folder / files["gum_train"])
                    if gum_genre(s.doc_id) in files["gum_free_genres"]],
            "polnear": read_polnear(data_folder / files["polnear"], "train", program, packs)}
    dev = read_polnear(data_folder / files["polnear"], "dev", program, packs)
    for name, value in (("sets", sets), ("polnear_dev", dev)):
        with open(out_folder / f"{name}.pickle", "wb") as out:
            pickle.dump(value, out)
    words = {name: [s.forms for s in sentences] for name, sentences in sets.items()}
    (out_folder / "words.json").write_text(json.dumps(words))


def prepare(config, vocab_path, out_folder):
    """Fixes the label sets and stores the examples of all that was read."""
    out_folder = Path(out_folder)
    with open(out_folder / "sets.pickle", "rb") as file:
        sets = pickle.load(file)
    silver = json.loads((out_folder / "silver.json").read_text())
    labels = label_sets(sets["ewt"] + sets["gum"])
    pieces = WordPieces(vocab_path)
    makers = {"ewt": ewt_gold, "gum": gum_gold, "polnear": polnear_gold}
    for sentence, attributed in zip(sets["gum"], attributed_sentences(sets["gum"]), strict=True):
        sentence.attribution = attributed
    kept = []
    for name, make_gold in makers.items():
        examples = [make_example(s, make_gold(s, spans, labels), pieces, name)
                    for s, spans in zip(sets[name], silver[name], strict=True)]
        fitting = [e for e in examples if len(e.pieces) <= config["data"]["max_pieces"]]
        print("prepare:", json.dumps({
            "set": name, "sentences": len(examples), "kept": len(fitting),
            "words": sum(len(e.first) for e in fitting),
            "pieces": sum(len(e.pieces) for e in fitting)}), flush=True)
        kept += fitting
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
            "attribution": ATTRIBUTION_LABELS,
            "deprel": sorted(Counter(d for s in sentences for d in s.deprels))}


def make_example(sentence, gold, word_pieces, origin):
    """An Example from a sentence and its gold label numbers."""
    ids, first = word_pieces.sentence(sentence.forms)
    return Example(ids, first, sentence_shapes(sentence.forms), gold, origin)


def tree_gold(sentence, labels):
    """Tags and tree of a treebank sentence; labels unknown to the sets become -1."""
    return {"upos": numbers(sentence.upos, labels["upos"]),
            "xpos": numbers(sentence.xpos, labels["xpos"]),
            "deprel": numbers(sentence.deprels, labels["deprel"]),
            "heads": list(sentence.heads)}


def ewt_gold(sentence, spans, labels):
    """Tags and tree; names are the teacher's as far as the tags bear them out."""
    names = silver_labels(sentence.forms, spans, sentence.upos)
    return {**tree_gold(sentence, labels), "names": numbers(names, NAME_LABELS)}


def gum_gold(sentence, spans, labels):
    """Tags, tree, mentions, names and who says what; the teacher only makes the names' types finer."""
    mentions = read_mentions(sentence)
    names = refined_labels(name_labels(sentence, mentions), spans)
    return {**tree_gold(sentence, labels), "names": numbers(names, NAME_LABELS),
            "mention": numbers(mention_labels(sentence, mentions), MENTION_LABELS),
            **attribution_gold(sentence.attribution)}


def polnear_gold(sentence, spans, _):
    """Who says what; names are the teacher's as they are."""
    return {**attribution_gold(sentence),
            "names": numbers(silver_labels(sentence.forms, spans), NAME_LABELS)}


def attribution_gold(sentence):
    """Labels of sources, cues and contents, and the links where sources and contents begin."""
    links = [-1] * len(sentence.forms)
    for word, cue in sentence.links.items():
        links[word] = 0 if cue is None else cue + 1
    return {**{kind: list(sentence.labels[kind]) for kind in KINDS}, "link": links}


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
    for key in ("upos", "xpos", "deprel", "heads", "names", "mention", "link", *KINDS):
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


def plan_batches(examples, lengths, batch_pieces, rng=None, numbers=None):
    """[(padded length, rows, example numbers)] with little padding; shuffled if rng is given.

    `numbers`: the examples to take, with repetitions; all of them once by default."""
    buckets = {length: [] for length in lengths}
    numbers = range(len(examples)) if numbers is None else numbers
    order = rng.permutation(numbers) if rng is not None else numbers
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
