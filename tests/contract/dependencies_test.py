# SPDX-License-Identifier: Apache-2.0
"""docs/dependencies.md gives a reason for each package that scripts/install-deps installs, and for no other."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest

import repository


def installed():
    text = repository.read("scripts/install-deps")
    lists = re.findall(r'^  \[\w+\]="([^"]*)"', text, re.MULTILINE)
    return {package for words in lists for package in words.split()}


def documented():
    rows = re.findall(r"^\| ([a-z0-9][\w+., -]*?) \|", repository.read("docs/dependencies.md"), re.MULTILINE)
    return {package.strip() for row in rows for package in row.split(",")} - {"package"}


class Dependencies(unittest.TestCase):
    def test_installed_packages_and_their_reasons_match(self):
        self.assertEqual(installed(), documented())

    def test_what_the_build_asks_for_is_installed(self):
        asked = set(re.findall(r"\b(lib[\w-]+-dev|nlohmann-json3-dev)\b",
                               repository.read("cmake/Dependencies.cmake")))
        self.assertLessEqual(asked, installed())

    @unittest.skipUnless(shutil.which("dpkg-query"), "not a Debian system")
    def test_a_machine_without_node_is_told_so(self):
        with tempfile.TemporaryDirectory() as tools:
            for tool in ("bash", "dirname", "dpkg-query", "sed", "sort"):
                os.symlink(shutil.which(tool), os.path.join(tools, tool))
            run = subprocess.run([os.path.join(tools, "bash"), "scripts/install-deps", "--check", "web"],
                                 cwd=repository.ROOT, env={"PATH": tools}, capture_output=True, text=True,
                                 check=False)
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("nodejs", run.stdout.split())
        self.assertIn("npm", run.stdout.split())


if __name__ == "__main__":
    unittest.main()
