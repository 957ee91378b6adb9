"""GUM's attribution relations as sources, cues and contents, in the form that polnear.py gives.

GUM ties a clause that tells who says so ("the coach said") to the clause that is said, and signals
where the source (sem-atsrc) and the cue (lex-indwd, lex-indph) stand, as word numbers of the
document. The content is the target clause with all clauses that hang from it in the sentence, but
for the telling clause and what hangs from that; a stop or comma at its end is left out, as in
PolNeAR.
"""
import re

from .polnear import BEGIN, INSIDE, KINDS, OUTSIDE, AttributedSentence

_RELATION = re.compile(r"([A-Za-z_-]+):(\d+)(?:->(\d+))?")
_SOURCE = re.compile(r"sem-atsrc-([0-9,-]+)")
_CUE = re.compile(r"lex-ind(?:wd|ph)-([0-9,-]+)")


def attributed_sentences(sentences):
    """An AttributedSentence for every sentence of GUM, in order; documents must be whole."""
    result, document = [], []
    for i, sentence in enumerate(sentences):
        document.append(sentence)
        if i + 1 == len(sentences) or sentences[i + 1].doc_id != sentence.doc_id:
            result += label_document(document)
            document = []
    return result


def label_document(sentences):
    """The attributed sentences of one document."""
    made = [AttributedSentence(list(s.forms), {k: [OUTSIDE] * len(s.forms) for k in KINDS})
            for s in sentences]
    clause_of, parents, relations = read_clauses(sentences)
    begins, at = [], 1
    for s in sentences:
        begins.append(at)
        at += len(s.forms)
    for clause, parent, signals in relations:
        number = next((i for i, words in enumerate(clause_of) if clause in words), None)
        if number is None or parent not in clause_of[number]:
            continue                                     # told in another sentence than it is said
        def words(pattern, first=begins[number], count=len(sentences[number].forms)):
            return {w - first for w in numbers(pattern, signals) if 0 <= w - first < count}
        content = [w for w, c in enumerate(clause_of[number]) if hangs(c, parent, clause, parents)]
        add_relation(made[number], words(_SOURCE), words(_CUE), content)
    return made


def read_clauses(sentences):
    """(clause number of every word by sentence, {clause: parent}, [(clause, parent, signals)])."""
    clause_of, parents, relations, current = [], {}, [], 0
    for s in sentences:
        numbers_here = []
        for misc in s.misc:
            value = next((m[10:] for m in misc.split("|") if m.startswith("Discourse=")), "")
            if found := _RELATION.match(value):
                current = int(found[2])
                parents[current] = int(found[3]) if found[3] else 0
                if found[1].startswith("attribution") and found[3]:
                    relations.append((current, int(found[3]), value))
            numbers_here.append(current)
        clause_of.append(numbers_here)
    return clause_of, parents, relations


def numbers(pattern, signals):
    """Word numbers of the document that the signals of a kind name; "3-5,9" is 3, 4, 5 and 9."""
    found = set()
    for text in pattern.findall(signals):
        for part in text.strip("-,").split(","):
            ends = [int(x) for x in part.split("-") if x]
            found.update(range(ends[0], ends[-1] + 1) if ends else ())
    return found


def hangs(clause, top, without, parents):
    """Is this clause `top`, or below it but not below `without`?"""
    for _ in range(len(parents) + 1):
        if clause == without:
            return False
        if clause == top:
            return True
        clause = parents.get(clause, 0)
    return False


def add_relation(sentence, source, cue, content):
    """Labels the words of one relation, if it has a cue and none of its words is labelled so yet."""
    while content and sentence.forms[content[-1]] in (".", ",", ";", ":"):
        content.pop()
    places = {"source": sorted(source), "cue": sorted(cue), "content": content}
    taken = any(sentence.labels[kind][w] != OUTSIDE for kind, words in places.items() for w in words)
    if not cue or not content or taken:
        return
    for kind, words in places.items():
        for i, word in enumerate(words):
            begins = i == 0 or words[i - 1] != word - 1
            sentence.labels[kind][word] = BEGIN if begins else INSIDE
            if begins and kind != "cue":
                sentence.links[word] = places["cue"][0]
