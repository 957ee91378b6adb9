# SPDX-License-Identifier: Apache-2.0
"""Public headers: each belongs to a stage, opens by saying so, and is named in docs/api.md or src/README.md."""

import re
import unittest

import repository

HEADERS = sorted((repository.ROOT / "include" / "counterpoint").glob("*.h"))


class Headers(unittest.TestCase):
    def test_each_belongs_to_exactly_one_stage(self):
        listed = [header for lists in repository.cmake_stages().values() for header in lists["HEADERS"]]
        self.assertEqual(sorted(listed), [header.name for header in HEADERS])

    def test_each_is_named_in_the_source_map(self):
        text = repository.read("src/README.md")
        for header in HEADERS:
            with self.subTest(header=header.name):
                self.assertIn(f"`{header.name}`", text)

    def test_each_opens_with_its_licence_and_what_it_holds(self):
        for header in HEADERS:
            lines = header.read_text(encoding="utf-8").splitlines()
            with self.subTest(header=header.name):
                self.assertEqual(lines[0], "// SPDX-License-Identifier: Apache-2.0")
                self.assertRegex(lines[1], r"^// \S")

    def test_stage_headers_say_who_makes_and_who_reads_them(self):
        stages = set(repository.cmake_stages())
        for header in HEADERS:
            if header.stem in stages and header.stem != "pipeline":
                with self.subTest(header=header.name):
                    self.assertRegex(header.read_text(encoding="utf-8").splitlines()[1],
                                     rf"^// Made by `{header.stem}` from .*; read by ")

    def test_none_has_a_using_namespace(self):
        for header in HEADERS:
            with self.subTest(header=header.name):
                self.assertIsNone(re.search(r"^\s*using namespace", header.read_text(encoding="utf-8"),
                                            re.MULTILINE))


if __name__ == "__main__":
    unittest.main()
