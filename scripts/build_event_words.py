#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes packs/en/statement/events_plover.tsv: verbs, and verbs with their object, of PLOVER's event types.

    scripts/build_event_words.py CAMEO.verbpatterns.txt CAMEO2PLOVER-2021.txt > events_plover.tsv

The first file is the verb dictionary of the Open Event Data Alliance (MIT licence): blocks of verbs, and patterns
that each name the verb they were seen with. A pattern gives a row only where a parse can find it again: the verb
and the noun that follows it as its object. A verb alone gives a row only if its patterns agree on one type; verbs
that mean many things (kVague) give none. The second file names the type and mode of each CAMEO code.
"""

import collections
import re
import sys

# Verbs that tell nothing without their object, and verbs of saying, which make statements and no events.
VAGUE = set("""
say tell announce state report make go come get take give have do be hold keep put set see hear find look want need
call ask show begin start continue end stop open close move turn bring run work play win lose leave meet face fail
try plan hope expect seek use add allow let help remain become appear seem think believe know feel express mention
describe note point return enter reach pass cut break hit drop fall rise raise carry follow issue send receive agree
accept discuss consider urge warn accuse blame deny reject refuse demand support back join lead order offer propose
visit host talk speak write read sign extend develop maintain conduct launch step push press pull draw cross engage
lift cover check deal charge claim force strike fire shell hurt touch clear fly sit stand lie walk drive throw head
target hand line mark gun hang knock light trigger spark whip bar rock jump fell field police man beat pound blitz restrict die explode
""".split())
# Verbs whose object is what somebody says, wants or thinks: the event, if any, is not theirs to tell.
SAYING = set("""
say tell announce state report claim believe insist reiterate want decide order adopt plan hope expect ask urge call
confirm think promise agree prepare discuss consider describe note mention complete maintain continue arm head plot
help use back believe predict uncover satisfy damage move lead paid withheld order present
""".split())
# Words that follow a verb in the patterns without being its object.
NO_NOUNS = set("""
with against inside outside over into from that back right away between toward towards about under more than their
women held legal medical economic diplomatic military negotiate provide destroy deploy leave remove condemn withdraw
discuss assist implement kidnap expel cooperat violat propo cooperate recognize resume improve protect join shot held
limit shell propose boycott_ unacceptable
""".split())
# Nouns that tell nothing of what a verb does to them.
VAGUE_NOUNS = set("""
him her them it people person man woman group party side part area country state government official leader member
time day week year number way place thing issue matter case power force plan effort step move action operation result
end line point world nation national city town statement word report news information level first new two three one
""".split())
# Types that a verb alone can tell; the rest are acts of speech, which statements tell already.
ALONE = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION", "RETREAT", "AID", "CONSULT", "COOPERATE"}
LEAST_SHARE = 0.7  # of a verb's patterns that agree with its own type
LEAST_SEEN = 3     # patterns of a verb alone
VOWELS = "aeiou"


def read_types(path):
    """Code -> (type, mode)."""
    types = {}
    for line in open(path, encoding="utf-8"):
        match = re.match(r"(\d{3,4}):\s*([A-Z]+)\s*,([^,#]*),?", line)
        if match:
            types.setdefault(match[1], (match[2], match[3].strip()))
    return types


def type_of(code, types):
    code = code.split(":")[0].strip()
    while len(code) > 2:
        if code in types:
            return types[code]
        code = code[:-1]
    return None


def read_patterns(path):
    """(verbs with their own code, patterns as (words, code, verbs))."""
    verbs, patterns, block = {}, [], None
    for line in open(path, encoding="latin-1"):
        head = re.match(r"---\s*\w+\s*\[([\d:]+|---)\]", line)
        if line.startswith("---"):
            block = head[1] if head else None
        elif line.startswith("- "):
            match = re.match(r"- (.*?)\[([\d:]+)\]\s*#?(.*)", line)
            if match:
                seen = re.findall(r"([A-Z_]+)(?: <[^>]*>)?\s*(?:,|$)", match[3])
                patterns.append((match[1].split(), match[2], [v.lower() for v in seen]))
        elif block and re.match(r"[A-Z]+\s", line + " "):
            own = re.search(r"\[([\d:]+)\]", line)
            code = own[1] if own else block
            if code != "---":
                verbs[line.split()[0].lower()] = code
    return verbs, patterns


def singular(noun):
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def object_of(words):
    """The noun of "* NOUN" or "* + NOUN"; None where the pattern has other words, gaps or word beginnings."""
    rest = words[1:] if words and words[0] == "*" else None
    if rest and rest[0] in ("+", "^", "$"):
        rest = rest[1:]
    if not rest or not re.fullmatch(r"[A-Z]{4,}", rest[0]) or len(rest) > 2:
        return None
    if len(rest) == 2 and rest[1] not in ("+", "^", "WITH", "AGAINST", "ON", "IN", "TO", "FROM", "OF", "BETWEEN"):
        return None
    return singular(rest[0].lower())


def build(verbs, patterns, types, nouns):
    pairs = collections.defaultdict(collections.Counter)
    alone = collections.defaultdict(collections.Counter)
    for words, code, seen in patterns:
        found = type_of(code, types)
        if not found:
            continue
        for verb in set(seen):
            alone[verb][found[0]] += 1
        noun = object_of(words)
        if noun and noun in nouns and noun not in VAGUE_NOUNS | NO_NOUNS:
            for verb in set(seen):
                if re.fullmatch(r"[a-z]{3,}", verb) and verb not in SAYING:
                    pairs[verb, noun][found] += 1
    rows = []
    for verb, code in sorted(verbs.items()):
        found = type_of(code, types)
        agree = alone[verb]
        if verb in VAGUE or not found or found[0] not in ALONE or "_" in verb:
            continue
        if sum(agree.values()) >= LEAST_SEEN and agree[found[0]] >= LEAST_SHARE * sum(agree.values()):
            rows.append((verb, "verb", *found, ""))
    for (verb, noun), found in sorted(pairs.items()):
        if len({kind for kind, _ in found}) == 1:
            rows.append((verb, "verb", *found.most_common(1)[0][0], noun))
    return rows


def noun_lemmas(patterns):
    """Words that patterns use in the plural too, or behind an article or preposition: nouns."""
    words = collections.Counter(w for p, _, _ in patterns for w in p if re.fullmatch(r"[A-Z]{4,}", w))
    return {singular(w.lower()) for w in words
            if words[w] >= 3 and not w.endswith(("ING", "ED", "LY", "IZ", "AT", "IV", "UC", "EAS"))}


def main():
    types = read_types(sys.argv[2])
    verbs, patterns = read_patterns(sys.argv[1])
    rows = build(verbs, patterns, types, noun_lemmas(patterns))
    print("# Verbs of PLOVER's event types, alone and with their object. Made by scripts/build_event_words.py; do not edit:")
    print("# rows of events.tsv win over these. See README.md for origin and licence.")
    print("# lemma\tpart\ttype\tmode\tobject")
    for row in rows:
        print("\t".join(row).rstrip("\t"))


if __name__ == "__main__":
    main()
