#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures how many web pages a second are read: this program and trafilatura, each on one core.

    bench/pages.py BUILD_FOLDER PAGES [--rounds N]

BUILD_FOLDER holds pages_bench; PAGES is a folder of .html or .html.gz files. Both take turns; ratios are medians of
the rounds' ratios. In each turn the second pass counts, so that both are warm. trafilatura is installed from PyPI
into BUILD_FOLDER/bench-pages-venv; where that fails this program is measured alone.
"""

import argparse
import gzip
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
# lxml 6 has put what trafilatura imports of it into a package of its own.
PACKAGES = ("trafilatura==2.3.1", "lxml_html_clean")


def prepare_trafilatura(folder):
    """The Python that has trafilatura, or None."""
    python = folder / "bin" / "python"
    check = [python, "-c", "import trafilatura"]
    if python.exists() and subprocess.run(check, capture_output=True, check=False).returncode == 0:
        return python
    print("bench: installing trafilatura into", folder, file=sys.stderr, flush=True)
    try:
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES],
                       check=True, timeout=600)
        subprocess.run(check, check=True, capture_output=True)
    except (OSError, subprocess.SubprocessError) as error:
        print("bench: trafilatura is left out, since it could not be installed:", error, file=sys.stderr, flush=True)
        return None
    return python


def unpack(pages, folder):
    for path in sorted(pages.iterdir()):
        content = path.read_bytes()
        if path.name.endswith(".gz"):
            content = gzip.decompress(content)
        (folder / path.name.removesuffix(".gz")).write_bytes(content)


def pages_a_second(command):
    """Of the last pass, and how many pages had text."""
    command = ["taskset", "--cpu-list", "0", *map(str, command)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"bench: {' '.join(command)} ended with {run.returncode}: {run.stderr.strip()}")
    result = json.loads(run.stdout)
    return result["pages"] / result["seconds"][-1], result["with_text"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("pages", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    python = prepare_trafilatura(arguments.build / "bench-pages-venv")
    with tempfile.TemporaryDirectory() as folder:
        unpack(arguments.pages, pathlib.Path(folder))
        commands = {"counterpoint": [arguments.build / "pages_bench", folder, ROOT / "packs", 2]}
        for what in ("text", "metadata") if python else ():
            commands[f"trafilatura, {what}"] = [python, ROOT / "bench" / "pages_trafilatura.py", folder, 2, what]
        rates = {name: [] for name in commands}
        for _ in range(arguments.rounds):
            for name, command in commands.items():
                rate, with_text = pages_a_second(command)
                rates[name].append(rate)
                print(f"{name}: {rate:.0f} pages a second, {with_text} with text", file=sys.stderr, flush=True)
    for name, values in rates.items():
        ratio = statistics.median(ours / theirs for ours, theirs in zip(rates["counterpoint"], values))
        print(f"{name:24} {statistics.median(values):8.0f} pages a second   {ratio:6.2f}x")


if __name__ == "__main__":
    main()
