#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Puts the program's own help into docs/cli.md, so that the page cannot say anything else.

    scripts/write_cli_doc.py [--check] [PROGRAM]        PROGRAM is build/release/counterpoint by default

Replaces what stands between the lines "<!-- counterpoint build --help -->" and "<!-- end -->". With --check
it writes nothing and fails if the page differs or lacks a subcommand.
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "cli.md"
BLOCK = re.compile(r"^<!-- counterpoint (.*?) -->\n.*?^<!-- end -->$", re.MULTILINE | re.DOTALL)


def ask(program, *arguments):
    environment = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1", COLUMNS="100")
    run = subprocess.run([program, *arguments], capture_output=True, text=True, env=environment, check=False)
    if run.returncode != 0:
        sys.exit(f"counterpoint {' '.join(arguments)} ended with {run.returncode}: {run.stderr}")
    # CLI11 prints the path the program was called by.
    text = run.stdout.replace(str(program), "counterpoint")
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def subcommands(help_text):
    """The names under "Subcommands:" of the program's help."""
    _, _, listing = help_text.partition("Subcommands:")
    return re.findall(r"^ {2}([a-z][\w-]*)\b", listing, re.MULTILINE)


def filled(page, program):
    def block(match):
        arguments = match.group(1).split()
        text = ask(program, *arguments)
        return f"<!-- counterpoint {match.group(1)} -->\n```\n{text}\n```\n<!-- end -->"
    return BLOCK.sub(block, page)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only compare")
    parser.add_argument("program", nargs="?", type=pathlib.Path, default=ROOT / "build/release/counterpoint")
    arguments = parser.parse_args()
    program = arguments.program.resolve()

    page = PAGE.read_text(encoding="utf-8")
    wanted = ["--help"] + [f"{name} --help" for name in subcommands(ask(program, "--help"))]
    missing = [command for command in wanted if f"<!-- counterpoint {command} -->" not in page]
    if missing:
        sys.exit(f"docs/cli.md has no block for: {', '.join(missing)}")
    text = filled(page, program)
    if arguments.check:
        if text != page:
            sys.exit("docs/cli.md differs from the program's help: run scripts/write_cli_doc.py")
    else:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
