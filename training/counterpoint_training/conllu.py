"""Reads CoNLL-U files into sentences of words, the units that everything else here uses."""
from dataclasses import dataclass, field


@dataclass
class Sentence:
    """One sentence; every list has one entry per syntactic word.

    heads[i] is 0 for the root, otherwise the 1-based number of the head word. forms are the words
    as the network reads them: the parts of a multiword token ("do", "n't"), never the token itself.
    """
    sent_id: str
    doc_id: str
    text: str
    forms: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    deprels: list = field(default_factory=list)
    misc: list = field(default_factory=list)
    attribution: object = None       # polnear.AttributedSentence, where there is one


def read_conllu(path):
    """All sentences of a file, in order. Multiword-token lines and empty nodes are skipped."""
    sentences, doc_id, current = [], "", None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            doc_id = line[len("# newdoc id = "):]
        elif line.startswith("# sent_id = "):
            current = Sentence(line[len("# sent_id = "):], doc_id, "")
        elif line.startswith("# text = ") and current is not None:
            current.text = line[len("# text = "):]
        elif line and line[0].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit():
                add_word(current, columns)
        elif not line and current is not None and current.forms:
            sentences.append(current)
            current = None
    if current is not None and current.forms:
        sentences.append(current)
    return sentences


def add_word(sentence, columns):
    """Appends one word line's columns to the sentence."""
    sentence.forms.append(columns[1])
    sentence.upos.append(columns[3])
    sentence.xpos.append(columns[4])
    sentence.heads.append(int(columns[6]))
    sentence.deprels.append(columns[7])
    sentence.misc.append(columns[9])


def read_iob2(path):
    """Name labels (O, B-PER, ...) of a UNER file: {sent_id: [label per word]}."""
    labels, sent_id = {}, None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# sent_id = "):
            sent_id = line[len("# sent_id = "):]
            labels[sent_id] = []
        elif line and line[0].isdigit():
            labels[sent_id].append(line.split("\t")[2])
    return labels


def gum_genre(doc_id):
    """The genre in a GUM document id: "GUM_news_asylum" -> "news"."""
    return doc_id.split("_")[1]
