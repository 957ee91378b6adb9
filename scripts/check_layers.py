#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that every stage includes only itself and stages to its left.

The compiler enforces the same through include roots (cmake/Stage.cmake), with a message that only says
"no such file"; this script says why. It reads the order of the stages and their headers from
CMakeLists.txt, so there is one list. It also rejects ways around the roots: includes with "..", and
internal headers named without their stage.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
STAGE = re.compile(r"^counterpoint_stage\((\w+)([^)]*)\)", re.MULTILINE)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"')
KEYWORDS = ("HEADERS", "NEEDS", "USES")


def read_stages(cmake_text):
    """{stage: {"HEADERS": [...], "NEEDS": [...], "USES": [...]}} in the order of the data path."""
    stages = {}
    for match in STAGE.finditer(cmake_text):
        lists = {keyword: [] for keyword in KEYWORDS}
        keyword = None
        for word in match.group(2).split():
            if word in KEYWORDS:
                keyword = word
            elif keyword:
                lists[keyword].append(word)
        stages[match.group(1)] = lists
    return stages


def reachable(stages, stage):
    """The stage itself and all it needs, directly or through others."""
    found = {stage}
    for needed in stages[stage]["NEEDS"]:
        found |= reachable(stages, needed)
    return found


def stage_of_include(stages, included):
    """The stage an include belongs to; None for headers of other libraries."""
    folder, _, rest = included.partition("/")
    if folder == "counterpoint":
        for stage, lists in stages.items():
            if rest in lists["HEADERS"]:
                return stage
    return folder if folder in stages and rest else None


def complaint(stages, stage, included):
    """What is wrong with including this from a file of that stage; None if nothing is."""
    if ".." in included.split("/"):
        return f'"{included}": name a header from its stage on ("{stage}/...") instead of climbing folders'
    if included.startswith("counterpoint/") and stage_of_include(stages, included) is None:
        return f'"{included}" is a header of no stage: name it under HEADERS in CMakeLists.txt'
    target = stage_of_include(stages, included)
    if target is None or target in reachable(stages, stage):
        return None
    order = list(stages)
    allowed = ", ".join(name for name in order if name in reachable(stages, stage))
    return (f'{stage} must not include "{included}" of {target}: a stage sees only itself and what it '
            f"needs ({allowed}). Move what you need to the left, or do this step in {target}")


def files_by_stage(root, stages):
    for stage, lists in stages.items():
        for header in lists["HEADERS"]:
            path = root / "include" / "counterpoint" / header
            if path.exists():
                yield stage, path
        for path in sorted((root / "src" / stage).rglob("*")):
            if path.suffix in (".h", ".cc"):
                yield stage, path


def check(root):
    """All complaints, as "file:line: message"."""
    stages = read_stages((root / "CMakeLists.txt").read_text(encoding="utf-8"))
    found = []
    for stage, path in files_by_stage(root, stages):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            message = complaint(stages, stage, match.group(1)) if match else None
            if message:
                found.append(f"{path.relative_to(root)}:{number}: {message}")
    return found


def main():
    found = check(ROOT)
    for line in found:
        print(line)
    if found:
        sys.exit(f"check_layers: {len(found)} includes point to the right")
    print("check_layers: every include points to the left")


if __name__ == "__main__":
    main()
