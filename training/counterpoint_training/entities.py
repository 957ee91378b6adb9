"""Reads GUM's entity mentions and turns them into name labels (BIO) and mention-head labels."""
import re
from dataclasses import dataclass

MENTION_LABELS = ["none", "person", "organization", "place", "event", "object", "abstract", "time",
                  "animal", "plant", "substance"]
NAME_OF_TYPE = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC",
                "object": "MISC", "abstract": "MISC", "animal": "MISC", "plant": "MISC",
                "substance": "MISC"}   # named times (months, days) are no names here

# Titles and honorifics are not part of a person's name (as in the UNER guidelines).
TITLES = set("""mr mrs ms miss mx dr prof professor sir lord lady dame president vice minister prime
senator sen rep representative governor gov general gen colonel col captain capt major maj lieutenant
lt sergeant sgt king queen prince princess pope cardinal bishop archbishop father fr sister brother
saint st judge justice chancellor mayor ambassador secretary chairman chairwoman chair speaker
director ceo emperor empress congressman congresswoman reverend rev sheikh shaikh sultan emir
ayatollah imam mullah madam mister uncle aunt mom mum dad grandma grandpa administrator
undersecretary fellow member members professor count countess duke duchess chief officer commissioner
commander attorney representatives senators executive treasurer editor emeritus doctor""".split())

_PIECE = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
_LEAVE_OUT = {"acl", "advcl", "appos", "parataxis", "dep", "det", "cc", "list", "orphan", "discourse",
              "conj", "cop", "nsubj", "reparandum", "advmod", "vocative", "dislocated"}


@dataclass
class Mention:
    """Words begin..end-1 (0-based) of a sentence; head is the word they hang from."""
    begin: int
    end: int
    etype: str
    head: int


def read_mentions(sentence):
    """GUM's mentions in a sentence, from the Entity= values; unfinished ones are dropped."""
    mentions, open_mentions = [], []
    for i, misc in enumerate(sentence.misc):
        value = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
        for opened, closes_here, closed in _PIECE.findall(value):
            if opened:
                fields = opened.split("-")
                if len(fields) < 2:
                    continue
                if closes_here:
                    mentions.append((i, i + 1, fields[1]))
                else:
                    open_mentions.append((fields[0], i, fields[1]))
            else:
                at = next((k for k in range(len(open_mentions) - 1, -1, -1)
                           if open_mentions[k][0] == closed.split("-")[0]), None)
                if at is not None:
                    _, begin, etype = open_mentions.pop(at)
                    mentions.append((begin, i + 1, etype))
    return [Mention(b, e, t, head_of(sentence, b, e)) for b, e, t in mentions]


def head_of(sentence, begin, end):
    """The first word of begin..end-1 whose own head lies outside them."""
    for i in range(begin, end):
        if not begin <= sentence.heads[i] - 1 < end:
            return i
    return begin


def mention_labels(sentence, mentions):
    """Per word the type of the named or nominal mention it heads (the smallest one), or "none".

    Pronouns head mentions in GUM too; they are "none" here: their type is the antecedent's.
    """
    labels = ["none"] * len(sentence.forms)
    for m in sorted(mentions, key=lambda m: m.begin - m.end):   # widest first, smallest wins
        if sentence.upos[m.head] != "PRON" and m.etype in MENTION_LABELS:
            labels[m.head] = m.etype
    return labels


def name_labels(sentence, mentions):
    """BIO labels of the named mentions: proper-noun heads, the longest core first."""
    labels = ["O"] * len(sentence.forms)
    cores = []
    for m in mentions:
        if m.etype in NAME_OF_TYPE and sentence.upos[m.head] == "PROPN":
            core = name_core(sentence, m)
            if core and not is_demonym(sentence, m, core) and not is_address(sentence, core):
                cores.append((core[0] - core[1], core[0], core[1], NAME_OF_TYPE[m.etype]))
    for _, begin, end, kind in sorted(cores):
        if all(label == "O" for label in labels[begin:end]):
            labels[begin:end] = ["B-" + kind] + ["I-" + kind] * (end - begin - 1)
    return labels


def name_core(sentence, mention):
    """The run of words around a mention's head that is the name itself, or None.

    Left out: determiners, possessors, titles, clauses, appositions, coordinated names and
    prepositional phrases other than a proper noun's "of ..." ("University of Portsmouth").
    """
    if mention.etype == "person" and is_title(sentence.forms[mention.head]):
        return None                                    # a role ("the President"), not a name
    inside = range(mention.begin, mention.end)
    keep, todo = set(), [mention.head]
    while todo:
        top = todo.pop()
        keep.add(top)
        todo += [i for i in inside if sentence.heads[i] - 1 == top and i not in keep
                 and not leaves_name(sentence, i, top, mention)]
    begin = end = mention.head
    while begin - 1 in keep:
        begin -= 1
    while end + 1 in keep:
        end += 1
    return trim(sentence, begin, end + 1, mention.etype)


def leaves_name(sentence, child, head, mention):
    """Is this child of a word of the name (with all below it) no part of the name?"""
    relation = sentence.deprels[child]
    base = relation.split(":")[0]
    proper = sentence.xpos[child] in ("NNP", "NNPS")
    if relation in ("nmod:desc", "nmod:poss"):
        return True
    if base in _LEAVE_OUT:
        return head == mention.head or base not in ("det", "cc", "conj")
    if base == "nmod":
        cases = [form.lower() for i, form in enumerate(sentence.forms)
                 if sentence.heads[i] - 1 == child and sentence.deprels[i] == "case"]
        return (mention.etype == "person" or child < head or cases not in (["of"], ["for"])
                or not sentence.forms[child][:1].isupper())
    if base in ("flat", "compound", "amod", "nummod"):
        if child < head and mention.etype == "person":
            return not proper or is_title(sentence.forms[child])
        return child < head and base in ("amod", "nummod") and not proper
    return False


def trim(sentence, begin, end, etype):
    """Cuts titles (of people), determiners, punctuation, case markers off a run's ends."""
    def outer(i, is_left):
        if sentence.upos[i] in ("PUNCT", "DET", "PART", "CCONJ", "ADP", "ADV", "PRON", "SCONJ"):
            return not (sentence.forms[i] == "." and not is_left)
        return is_left and etype == "person" and is_title(sentence.forms[i])
    while begin < end and outer(begin, True):
        begin += 1
    while begin < end and (outer(end - 1, False) or sentence.forms[end - 1] == "."):
        end -= 1
    if not any(sentence.upos[i] == "PROPN" for i in range(begin, end)):
        return None
    return begin, end


def is_title(form):
    """Is this word a title or honorific ("Dr.", "President")?"""
    return form.lower().rstrip(".") in TITLES


def is_demonym(sentence, mention, core):
    """A people ("Syrians") rather than a person or a group's own name."""
    return (mention.etype == "person" and core[1] - core[0] == 1
            and sentence.xpos[core[0]] == "NNPS")


def is_address(sentence, core):
    """A web or e-mail address, which treebanks tag as a proper noun."""
    form = sentence.forms[core[0]]
    return core[1] - core[0] == 1 and ("@" in form or "://" in form or form.startswith("www.")
                                       or sentence.xpos[core[0]] == "ADD")
