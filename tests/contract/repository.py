# SPDX-License-Identifier: Apache-2.0
"""What the contract tests read: the files of the repository, and the tables of its documents."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

SKIPPED_FOLDERS = {".git", "build", "dist", "node_modules", "__pycache__", ".cache"}
CODE_SUFFIXES = {".cc", ".h", ".py", ".ts", ".js", ".mjs", ".svelte", ".css", ".cmake", ".sh"}
# Offsets of a file's first bytes that are looked at to tell text from binary data.
SNIFFED_BYTES = 4096


def files():
    """All files that belong to the repository, also those not committed yet, sorted."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode == 0:
        paths = {ROOT / name for name in listing.stdout.split("\0") if name}
    else:  # an unpacked archive
        paths = set(ROOT.rglob("*"))
    return sorted(path for path in paths
                  if path.is_file() and not SKIPPED_FOLDERS & set(path.relative_to(ROOT).parts))


def is_text(path):
    with open(path, "rb") as file:
        return b"\0" not in file.read(SNIFFED_BYTES)


def is_code(path):
    return path.suffix in CODE_SUFFIXES or path.name in ("CMakeLists.txt", "Makefile")


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def name(path):
    return path.relative_to(ROOT).as_posix()


def first_cells(markdown):
    """The words in backquotes that open the rows of a document's tables: "| `word` | ..."."""
    return re.findall(r"^\| *`([^`]+)` *\|", markdown, re.MULTILINE)


def cmake_stages():
    import check_layers  # found through the path above
    return check_layers.read_stages(read("CMakeLists.txt"))
