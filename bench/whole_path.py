#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures `counterpoint build` on made-up dossiers of 10 and 100 documents.

    bench/whole_path.py build/release/counterpoint [--jobs N] [--repeat N] [--json FILE]

Documents are dealt from the sentences of examples/, with numbers and weekdays changed, by a fixed seed: the
same on every machine, and no two share more than about a third of their words. A run counts only if its dossier holds all
documents without an error and has statements, and if repeated runs wrote the same bytes.

The rates depend on the machine. The last line does not much: the rate at 100 documents as a share of the
rate at 10. It says how the work grows; 1.00 is linear, less is worse.
"""

import argparse
import json
import os
import pathlib
import random
import re
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SIZES = (10, 100)
SENTENCES_PER_DOCUMENT = 20
SEED = 20110606
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
COUNT = rf"(?<![\d,.])\b\d{{2,3}}\b(?![,.:]\d)(?! {MONTH})"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OUTLETS = ("Lantern", "Courier", "Gazette", "Herald", "Observer", "Dispatch", "Tribune", "Ledger")
TOWNS = ("Northport", "Easthaven", "Westbridge", "Southfield", "Lakeside", "Hillcrest", "Riverton")


def example_texts():
    for path in sorted((ROOT / "examples").rglob("*")):
        if path.suffix in (".txt", ".md") and path.name != "README.md":
            yield path.read_text(encoding="utf-8")
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                yield json.loads(line).get("text", "")


def sentences():
    """The sentences of all examples that look like prose, each once, in the order they stand."""
    found = {}
    for text in example_texts():
        for paragraph in re.split(r"\n\s*\n", text):
            if paragraph.lstrip().startswith(("#", "|", "-", "http")):
                continue
            for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", " ".join(paragraph.split())):
                if len(sentence.split()) >= 6 and sentence[-1] in ".!?\"”" and not set("*[") & set(sentence):
                    found.setdefault(sentence)
    return list(found)


def varied(sentence, chance):
    """The sentence with other counts and weekdays; dates, clock times and years stay."""
    sentence = re.sub(COUNT, lambda _: str(chance.randint(11, 999)), sentence)
    return re.sub("|".join(WEEKDAYS), lambda _: chance.choice(WEEKDAYS), sentence)


def make_document(pool, number):
    chance = random.Random(SEED + number)
    title = f"{chance.choice(TOWNS)} {chance.choice(OUTLETS)}"
    chosen = [varied(sentence, chance)
              for sentence in chance.sample(pool, min(SENTENCES_PER_DOCUMENT, len(pool)))]
    paragraphs = [" ".join(chosen[at:at + 3]) for at in range(0, len(chosen), 3)]
    day = chance.randint(4, 28)
    head = f"---\ntitle: Report {number} on the events\npublisher: {title}\ndate: 2011-06-{day:02}\n---\n"
    return head + "\n" + "\n\n".join(paragraphs) + "\n"


def make_dossier(folder, size):
    """Writes the documents and returns their number of words."""
    pool = sentences()
    words = 0
    for number in range(size):
        text = make_document(pool, number)
        words += len(text.split())
        (folder / f"report-{number:03}.md").write_text(text, encoding="utf-8")
    return words


def run(command):
    """Seconds and peak memory in MiB of one run; stops the benchmark when it fails."""
    start = time.monotonic()
    child = os.spawnv(os.P_NOWAIT, command[0], command)
    _, status, usage = os.wait4(child, 0)
    seconds = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"bench: {' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1024


def check_result(out, size):
    content = (out / "dossier.json").read_bytes()
    dossier = json.loads(content)
    failed = [document["name"] for document in dossier["documents"] if document.get("error")]
    if len(dossier["documents"]) != size or failed:
        sys.exit(f"bench: {len(dossier['documents'])} of {size} documents, with errors: {failed}")
    if not dossier["statements"]:
        sys.exit("bench: no statements were found, so the time means nothing")
    return content


def measure(program, size, jobs, repeat):
    """The quickest of `repeat` runs, which must all write the same bytes."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "reports"
        folder.mkdir()
        words = make_dossier(folder, size)
        runs, contents = [], set()
        for turn in range(repeat):
            out = pathlib.Path(scratch) / f"out-{turn}"
            command = [program, "build", str(folder), "-o", str(out), "--quiet"]
            runs.append(run(command + (["--jobs", str(jobs)] if jobs else [])))
            contents.add(check_result(out, size))
        if len(contents) != 1:
            sys.exit(f"bench: {repeat} runs on {size} documents wrote {len(contents)} different dossiers")
        seconds = min(seconds for seconds, _ in runs)
        return {"documents": size, "words": words, "seconds": round(seconds, 2),
                "words_per_second": round(words / seconds), "peak_mib": round(max(peak for _, peak in runs)),
                "dossier_mib": round(len(contents.pop()) / 2**20, 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="the counterpoint program to measure")
    parser.add_argument("--jobs", type=int, default=0, help="threads; 0 for one per core")
    parser.add_argument("--repeat", type=int, default=2, help="runs per size; the quickest counts")
    parser.add_argument("--json", metavar="FILE", help="also write the numbers to FILE")
    arguments = parser.parse_args()
    program = os.path.realpath(arguments.program)

    rows = []
    print(f"{os.cpu_count()} cores, --jobs {arguments.jobs or 'one per core'}, best of {arguments.repeat}")
    print(f"{'documents':>9} {'words':>8} {'seconds':>8} {'words/s':>8} {'peak MiB':>9} {'dossier MiB':>12}")
    for size in SIZES:
        row = measure(program, size, arguments.jobs, arguments.repeat)
        rows.append(row)
        print(f"{row['documents']:>9} {row['words']:>8} {row['seconds']:>8.2f} {row['words_per_second']:>8} "
              f"{row['peak_mib']:>9} {row['dossier_mib']:>12.1f}", flush=True)
    ratio = rows[-1]["words_per_second"] / rows[0]["words_per_second"]
    print(f"rate at {SIZES[-1]} documents / rate at {SIZES[0]}: {ratio:.2f}")
    if arguments.json:
        pathlib.Path(arguments.json).write_text(
            json.dumps({"rows": rows, "ratio": round(ratio, 2)}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
