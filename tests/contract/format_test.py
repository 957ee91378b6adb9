# SPDX-License-Identifier: Apache-2.0
"""docs/dossier-format.md names every key that dossier.json and manifest.json can have, and no other."""

import re
import unittest

import repository

# How src/view/ writes a key: json["key"], put(json, "key", ...), list("key", ...), {"key", value}.
WRITTEN = re.compile(r'\w\["(\w+)"\]|\bput(?:_time)?\(\w+, "(\w+)"|\blist\("(\w+)",|\{\s*"(\w+)",')


def written_keys():
    keys = set()
    source = repository.ROOT / "src"
    for path in [*(source / "view").glob("json_*.cc"), source / "pipeline" / "custody" / "manifest.cc"]:
        for groups in WRITTEN.findall(path.read_text(encoding="utf-8")):
            keys |= {key for key in groups if key}
    return keys


def documented_keys():
    """The words in backquotes in the first cells of the tables."""
    cells = re.findall(r"^\| *((?:`\w+`[, ]*)+)\|", repository.read("docs/dossier-format.md"), re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`(\w+)`", cell)}


class Format(unittest.TestCase):
    def test_every_written_key_is_documented(self):
        self.assertEqual(written_keys() - documented_keys(), set())

    def test_every_documented_key_is_written(self):
        self.assertEqual(documented_keys() - written_keys(), set())


if __name__ == "__main__":
    unittest.main()
