"""Reads PolNeAR: news sentences as the program cuts them, with who says what as labels per word.

A span is cut at sentence ends and at gaps; each piece is one run of B and I, except that a piece
which goes on from the sentence before begins with I. Of two overlapping spans of one kind the
wider is kept (6 in 1,000 contents).
"""
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

KINDS = ("source", "cue", "content")
OUTSIDE, BEGIN, INSIDE = range(3)
ATTRIBUTION_LABELS = ["O", "B", "I"]

_SPAN = re.compile(r"(T\d+)\t(Source|Cue|Content) ([0-9; ]+)\t")
_EVENT = re.compile(r"E\d+\t(.*)")


@dataclass
class AttributedSentence:
    """Words of one sentence; labels[kind] has one of OUTSIDE, BEGIN, INSIDE per word.

    links maps the first word of a source's or content's piece (0-based) to the first word of its
    cue in this sentence, or to None where the cue stands elsewhere or is missing.
    """
    forms: list
    labels: dict = field(default_factory=dict)
    links: dict = field(default_factory=dict)


def read_words(program, packs, files):
    """{file: [[(begin, end) in bytes of each word] of each sentence]}, from print_words."""
    result, current = {}, None
    for at in range(0, len(files), 200):
        run = subprocess.run([program, packs, *files[at:at + 200]], check=True, capture_output=True)
        for line in run.stdout.decode().splitlines():
            if line.startswith("# "):
                current = result.setdefault(line[2:], [])
            elif line:
                current.append([tuple(map(int, w.split("-"))) for w in line.split(" ")])
    return result


def read_polnear(folder, part, program, packs):
    """All sentences of a part ("train"), in the order of file names.

    A text annotated twice is read with its first annotation by file name.
    """
    texts = sorted(str(p) for p in (Path(folder) / part / "text").glob("*.txt"))
    words = read_words(program, packs, texts)
    sentences = []
    for name in texts:
        text = Path(name).read_bytes()
        notes = sorted((Path(folder) / part / "attributions").glob(Path(name).stem + "_????.ann"))
        if notes:
            spans, events = read_annotation(notes[0].read_text(encoding="utf-8"), text.decode("utf-8"))
            sentences += label_document(text, words[name], spans, events)
    return sentences


def read_annotation(annotation, text):
    """({id: (kind, [(begin, end) in bytes])}, [{kind: [ids]}]) of a brat file."""
    at, offsets = 0, []
    for character in text:
        offsets.append(at)
        at += len(character.encode())
    offsets.append(at)
    spans, events = {}, []
    for line in annotation.split("\n"):
        if found := _SPAN.match(line):
            pieces = [tuple(map(int, piece.split())) for piece in found[3].split(";")]
            spans[found[1]] = (found[2].lower(), [(offsets[b], offsets[e]) for b, e in pieces])
        elif found := _EVENT.match(line):
            event = {kind: [] for kind in KINDS}
            for role in found[1].split():
                kind, span = role.split(":")
                if kind.rstrip("0123456789").lower() in event:
                    event[kind.rstrip("0123456789").lower()].append(span)
            events.append(event)
    return spans, events


def label_document(text, sentences, spans, events):
    """The document's sentences with their labels and links."""
    made = [AttributedSentence([text[b:e].decode() for b, e in words],
                               {kind: [OUTSIDE] * len(words) for kind in KINDS})
            for words in sentences]
    first_words = {}                     # span id -> [(sentence, word) of each of its pieces]
    widest_first = sorted(spans.items(), key=lambda s: s[1][1][0][0] - s[1][1][-1][1])
    for span_id, (kind, pieces) in widest_first:
        first_words[span_id] = label_span(made, sentences, kind, pieces)
    for event in events:
        cues = [place for span in event["cue"] for place in first_words.get(span, [])]
        for kind in ("source", "content"):
            for sentence, word in (p for span in event[kind] for p in first_words.get(span, [])):
                cue = next((w for s, w in cues if s == sentence), None)
                if made[sentence].links.get(word) is None:
                    made[sentence].links[word] = cue
    return made


def label_span(made, sentences, kind, pieces):
    """Labels the words under a span; returns where its runs begin. An overlap is left alone."""
    places = [(s, w) for s, words in enumerate(sentences) for w, (begin, end) in enumerate(words)
              if any(begin < e and b < end for b, e in pieces)]
    if any(made[s].labels[kind][w] != OUTSIDE for s, w in places):
        return []
    begins, previous = [], None
    for s, w in places:
        goes_on = previous is not None and (
            (s == previous[0] and w == previous[1] + 1)
            or (s == previous[0] + 1 and w == 0 and previous[1] == len(sentences[previous[0]]) - 1))
        made[s].labels[kind][w] = INSIDE if goes_on else BEGIN
        if not goes_on or s != previous[0]:
            begins.append((s, w))
        previous = (s, w)
    return begins


def runs(labels):
    """{(begin, end)} of the runs in one sentence's labels."""
    found, begin = set(), None
    for i, label in enumerate([*labels, OUTSIDE]):
        if begin is not None and label != INSIDE:
            found.add((begin, i))
            begin = None
        if label == BEGIN or (label == INSIDE and begin is None):
            begin = i
    return found
