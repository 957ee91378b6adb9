#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The number of dead in MUC-4's test messages: what the answer keys give against a dossier's figures.

usage: muc_dead.py FOLDER PROGRAM [--sets tst1 tst2] [--show N]

FOLDER is MUC-4's (corpora/tst1/tst1-muc3, key-tst1.v7 ...). Every message becomes a report of one dossier that PROGRAM
builds. A number counts as given where a template's human target has the effect DEATH and a number above one (single
victims are named in the keys, seldom counted in the text). Found are the exact values above one of figures that measure "killed" in the
messages that have such a number. The messages are all in capitals.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import tempfile

MESSAGE = re.compile(r"^((?:TST|DEV)\d?-MUC\d-\d+)(?:\s.*)?$", re.M)


def read_messages(path):
    """{id: text} without the dateline's [TEXT] mark."""
    whole = open(path, encoding="latin-1").read()
    marks = list(MESSAGE.finditer(whole))
    ends = [m.start() for m in marks[1:]] + [len(whole)]
    return {m.group(1): whole[m.end():end].replace("[TEXT] ", "").strip() for m, end in zip(marks, ends)}


def slots(block):
    """{slot number: [lines]} of one template."""
    found, current = {}, None
    for line in block.split("\n"):
        if match := re.match(r"(\d+)\.\s+[A-Z ]+: [A-Z ]+?\s{2,}(.*)", line):
            current = int(match.group(1))
            found[current] = [match.group(2).strip()]
        elif current is not None and line.startswith("    "):
            found[current].append(line.strip())
    return found


def read_key(path):
    """{id: set of numbers of dead above one}."""
    dead = {}
    for block in re.split(r"\n\s*\n", open(path, encoding="latin-1").read()):
        part = slots("\n".join(line for line in block.split("\n") if not line.startswith(";")))
        if 0 not in part:
            match = re.search(r"MESSAGE: ID\s+(\S+)", block)
            part[0] = [match.group(1)] if match else []
        if not part[0]:
            continue
        numbers = dead.setdefault(part[0][0], set())
        killed = {line.split(": ", 1)[1] for line in part.get(23, []) if line.lstrip("?").startswith("DEATH: ")}
        for line in part.get(21, []):
            count, _, target = line.partition(": ")
            if target in killed and count.isdigit() and int(count) > 1:
                numbers.add(int(count))
    return dead


def build(messages, program):
    """{id: set of exact values above one of the figures of the killed}."""
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "messages.jsonl"), "w", encoding="utf-8") as out:
            for name, text in messages.items():
                out.write(json.dumps({"name": name, "text": text}) + "\n")
        subprocess.run([program, "build", folder, "-o", os.path.join(folder, "out")], check=True,
                       stdout=subprocess.DEVNULL)
        dossier = json.load(open(os.path.join(folder, "out", "dossier.json"), encoding="utf-8"))
    names = {d["id"]: d["name"] for d in dossier["documents"]}
    found = {}
    for figure in dossier["figures"]:
        if figure["measure"] == "killed" and figure.get("min") == figure.get("max") and (figure.get("min") or 0) > 1:
            found.setdefault(names[figure["document"]], set()).add(int(figure["min"]))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder")
    parser.add_argument("program")
    parser.add_argument("--sets", nargs="+", default=["tst1", "tst2"])
    parser.add_argument("--show", type=int, default=0, help="print so many messages that differ")
    args = parser.parse_args()
    messages, key = {}, {}
    for name in args.sets:
        folder = os.path.join(args.folder, "corpora", name)
        for path in sorted(glob.glob(f"{folder}/key-*")):
            key.update(read_key(path))
        for path in sorted(glob.glob(f"{folder}/{name}-*")):
            messages.update(read_messages(path))
    found = build(messages, args.program)
    given = {name: numbers for name, numbers in key.items() if numbers and name in messages}
    hits = sum(len(numbers & found.get(name, set())) for name, numbers in given.items())
    wanted = sum(map(len, given.values()))
    said = sum(len(found.get(name, set())) for name in given)
    for name, numbers in [x for x in given.items() if x[1] != found.get(x[0], set())][:args.show]:
        print(f"{name}: key {sorted(numbers)}, found {sorted(found.get(name, set()))}")
    print(f"{len(messages)} messages, {len(given)} with a number of dead: precision {100 * hits / max(said, 1):.1f} % "
          f"({hits} of {said}), recall {100 * hits / max(wanted, 1):.1f} % ({hits} of {wanted})")


if __name__ == "__main__":
    main()
