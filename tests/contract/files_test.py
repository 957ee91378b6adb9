# SPDX-License-Identifier: Apache-2.0
"""Every file: no machine's paths in it, not too long, licence named, links that lead somewhere."""

import re
import sys
import unittest
import urllib.parse

import repository

STOP_LINES = 800
THINK_LINES = 400
# Folders that exist on one machine only. Written in pieces, so that this file passes its own test.
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:" + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me", "fa" + "rm",
                                                       "Us" + "ers"]) + r")/[\w.]")
# Texts of reports and generated lists are kept as they are.
KEPT_AS_IS = ("examples/", "fuzz/corpus/", "tests/data/", "web/package-lock.json", "LICENSE")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def own_texts():
    for path in repository.files():
        where = repository.name(path)
        if not where.startswith(KEPT_AS_IS) and repository.is_text(path):
            yield where, path


class Files(unittest.TestCase):
    def test_none_names_a_path_of_one_machine(self):
        for where, path in own_texts():
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if MACHINE_PATH.search(line):
                    self.fail(f"{where}:{number}: names a path of one machine: {line.strip()[:100]}")

    def test_no_source_is_over_the_stop_length(self):
        thinking = []
        for where, path in own_texts():
            if repository.is_code(path):
                lines = len(path.read_text(encoding="utf-8").splitlines())
                if lines > THINK_LINES:
                    thinking.append(f"{where}: {lines}")
                with self.subTest(file=where):
                    self.assertLessEqual(lines, STOP_LINES, "split it: one file says one thing")
        if thinking:
            print(f"over {THINK_LINES} lines, to think about:", *thinking, sep="\n  ", file=sys.stderr)

    def test_each_cpp_file_names_its_licence_in_the_first_lines(self):
        for where, path in own_texts():
            if path.suffix in (".cc", ".h"):
                with self.subTest(file=where):
                    self.assertIn("SPDX-License-Identifier: Apache-2.0",
                                  "\n".join(path.read_text(encoding="utf-8").splitlines()[:3]))

    def test_links_between_documents_lead_to_files(self):
        for where, path in own_texts():
            if path.suffix != ".md":
                continue
            for target in LINK.findall(path.read_text(encoding="utf-8")):
                target = urllib.parse.unquote(target.split("#")[0])
                if target and not re.match(r"[a-z]+:", target):
                    with self.subTest(file=where, link=target):
                        self.assertTrue((path.parent / target).exists())


if __name__ == "__main__":
    unittest.main()
