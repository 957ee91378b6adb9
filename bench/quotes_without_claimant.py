#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How many direct quotations of annotated news a dossier leaves without a claimant.

usage: quotes_without_claimant.py FOLDER DOSSIER.json [--show N]

FOLDER holds text/*.txt and attributions/*.ann (brat stand-off, as PolNeAR has them); a document is matched by file
name. Counted are the gold contents that begin and end between one pair of quotation marks, have five words or more and a source.
Such a quotation has a claimant when a statement that shares half of its words has a voice behind the outlet that
is not the outlet's own and is not called "unnamed".
"""
import argparse
import collections
import glob
import json
import os
import re

QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]|''([^']+)''")


def read_gold(path, text):
    """[(begin, end)] of each content with a source."""
    spans, found = {}, []
    lines = open(path, encoding="utf-8").read().split("\n")
    for line in lines:
        if line.startswith("T"):
            name, middle, _ = line.split("\t", 2)
            numbers = [int(n) for n in re.findall(r"\d+", middle.split(" ", 1)[1])]
            spans[name] = (min(numbers), max(numbers))
    for line in lines:
        if not line.startswith("E"):
            continue
        roles = [part.split(":") for part in line.split("\t")[1].split()]
        contents = [spans[s] for role, s in roles if role.startswith("Content") and s in spans]
        if contents and any(role.startswith("Source") for role, _ in roles):
            found.append((min(b for b, _ in contents), max(e for _, e in contents)))
    return found


def direct_quotes(path, text):
    """The words of each quotation that a gold content holds."""
    contents = read_gold(path, text)
    for match in QUOTED.finditer(text):
        begin, end = match.span()
        words = match.group(1) or match.group(2)
        told = any(b <= begin + 2 and end - 2 <= e for b, e in contents)
        if told and len(words.split()) >= 5:
            yield words


def words_of(text):
    return collections.Counter(re.findall(r"\w+", text.lower()))


def claimant_of(quote, statements, voices):
    """Name of whoever the dossier says speaks, or None."""
    wanted = words_of(quote)
    for statement in statements:
        shared = sum((words_of(statement["span"]["text"]) & wanted).values())
        if 2 * shared < min(sum(wanted.values()), sum(words_of(statement["span"]["text"]).values())):
            continue
        if statement["span"]["text"][:12] not in quote and quote[:12] not in statement["span"]["text"]:
            continue
        chain = statement["chain"]
        name = voices[chain[-1]].get("name", "")
        if len(chain) > 1 and name and name != "unnamed":
            return name
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder")
    parser.add_argument("dossier")
    parser.add_argument("--show", type=int, default=0, help="print so many that are left")
    args = parser.parse_args()
    dossier = json.load(open(args.dossier, encoding="utf-8"))
    voices = {v["id"]: v for v in dossier["voices"]}
    documents = {os.path.splitext(os.path.basename(d["name"]))[0]: d["id"] for d in dossier["documents"]}
    told = collections.defaultdict(list)
    for statement in dossier["statements"]:
        told[statement["document"]].append(statement)
    total, left = 0, []
    for path in sorted(glob.glob(f"{args.folder}/text/*.txt")):
        stem = os.path.splitext(os.path.basename(path))[0]
        text = open(path, encoding="utf-8").read()
        annotations = sorted(glob.glob(f"{args.folder}/attributions/{stem}*.ann"))[:1]
        for quote in direct_quotes(annotations[0], text) if annotations and stem in documents else []:
            total += 1
            if claimant_of(quote, told[documents[stem]], voices) is None:
                left.append((stem, quote))
    for stem, quote in left[:args.show]:
        print(f"{stem}: {quote[:150]!r}")
    print(f"{len(left)} of {total} direct quotations without a claimant: {100 * len(left) / max(total, 1):.1f} %")


if __name__ == "__main__":
    main()
