# SPDX-License-Identifier: Apache-2.0
"""docs/errors.md lists every error code of the source, and none that is not there.

A code is written in the source as a string literal, once per place where it is raised:

    fail("document.empty", ...)      Error{"document.empty", ...}      .code = "document.empty"
"""

import re
import unittest

import repository

RAISED = re.compile(r'(?:\bfail\(|\bError\s*\w*\s*[{(]|\bmake_error\(|\bcode\s*=)\s*"([a-z][a-z0-9_.]*)"')
# A literal that starts with a stage's name and a dot is a code wherever it stands.
DOTTED = re.compile(r'"((?:base|json|pack|nn|document|annotation|statement|dossier|view|pipeline|cli|output|show|model|custody)'
                    r'\.[a-z][a-z0-9_]*)"')
# File names are no codes.
NO_CODES = {"dossier.json"}


def codes_in_source():
    found = {}
    for path in repository.files():
        where = repository.name(path)
        if path.suffix in (".cc", ".h") and where.startswith(("src/", "apps/", "include/")):
            text = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
            for code in RAISED.findall(text) + DOTTED.findall(text):
                if code not in NO_CODES:
                    found.setdefault(code, where)
    return found


class Errors(unittest.TestCase):
    def test_every_code_in_the_source_is_documented(self):
        documented = set(repository.first_cells(repository.read("docs/errors.md")))
        missing = {code: where for code, where in codes_in_source().items() if code not in documented}
        self.assertEqual(missing, {})

    def test_every_documented_code_is_in_the_source(self):
        self.assertEqual(
            set(repository.first_cells(repository.read("docs/errors.md"))) - set(codes_in_source()), set())

    def test_codes_are_listed_once(self):
        documented = repository.first_cells(repository.read("docs/errors.md"))
        self.assertEqual(len(documented), len(set(documented)))


if __name__ == "__main__":
    unittest.main()
