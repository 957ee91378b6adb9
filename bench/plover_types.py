# SPDX-License-Identifier: Apache-2.0
"""How often the events found in a sentence have the type that PLOVER's coders gave it.

    bench/plover_types.py PLOVER_GSR_CAMEO.txt counterpoint [--half tune|report] [--misses]

Reads PLOVER's gold standard records (JSON), each a sentence with one coded event, builds a dossier of all sentences
and compares types, the names of older versions of PLOVER read as today's. Records at even places are for tuning the
packs, those at odd places are reported. Prints, of the records of one half: in how many any event was found, in how many one of
the gold type, the share of the latter in the former, and the same by type; then in how many the gold type is that of
an event or, for acts of speech, that of a statement's act.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import tempfile

TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "YIELD": "CONCEDE"}
# What PLOVER codes as an event of speech is the act of a statement here.
ACTS = {"accuse": "ACCUSE", "demand": "REQUEST", "pledge": "AGREE", "threaten": "THREATEN", "decline": "REJECT"}


def read_records(path):
    records = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    return [r for r in records if r["event"] != "DOCUMENT"]


def build(records, program):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        with (folder / "records.jsonl").open("w", encoding="utf-8") as out:
            for i, record in enumerate(records):
                out.write(json.dumps({"name": f"record-{i}", "text": record["text"], "language": "en"}) + "\n")
        subprocess.run([program, "build", str(folder / "records.jsonl"), "-o", str(folder / "out")],
                       check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return json.loads((folder / "out" / "dossier.json").read_text(encoding="utf-8"))


def types_found(dossier):
    names = {d["id"]: d["name"] for d in dossier["documents"]}
    document = {s["id"]: names[s["document"]] for s in dossier["statements"]}
    found, acts = collections.defaultdict(list), collections.defaultdict(list)
    for event in dossier["events"]:
        found[document[event["statement"]]].append(event["type"])
    for statement in dossier["statements"]:
        if statement["act"] in ACTS:
            acts[names[statement["document"]]].append(ACTS[statement["act"]])
    return found, acts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("records")
    parser.add_argument("program")
    parser.add_argument("--half", choices=["tune", "report"], default="report")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    records = read_records(options.records)
    found, acts = types_found(build(records, options.program))
    counts = collections.defaultdict(collections.Counter)
    events = right = 0
    for i, record in enumerate(records):
        if i % 2 != (options.half == "report"):
            continue
        gold = TODAY.get(record["event"], record["event"])
        types = found[f"record-{i}"]
        events += len(types)
        right += types.count(gold)
        for key in (gold, "all"):
            counts[key]["records"] += 1
            counts[key]["some event"] += bool(types)
            counts[key]["gold type"] += gold in types
            counts[key]["or act"] += gold in types or gold in acts[f"record-{i}"]
        if options.misses and gold not in types:
            print(gold, types, record["eventText"], "|", record["text"][:150])
    for key in sorted(counts, key=lambda k: (k == "all", k)):
        c = counts[key]
        share = c["gold type"] / c["some event"] if c["some event"] else 0
        print(f"{key:10} {c['records']:4} records, {c['some event']:4} with an event, {c['gold type']:4} of the gold "
              f"type ({100 * share:.1f} % of those), {c['or act']:4} with the acts of statements")
    print(f"events {events}, of the gold type {right} ({100 * right / max(events, 1):.1f} %)")


if __name__ == "__main__":
    main()
