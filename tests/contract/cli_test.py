# SPDX-License-Identifier: Apache-2.0
"""docs/cli.md shows the program's own help, and the exit codes of the documents agree."""

import os
import pathlib
import re
import subprocess
import sys
import unittest

import repository

PROGRAM = pathlib.Path(os.environ.get("COUNTERPOINT_BINARY",
                                      repository.ROOT / "build" / "release" / "counterpoint"))


def exit_codes(path):
    """{code: first word of its meaning} of the table rows "| 0 | built |"."""
    return dict(re.findall(r"^\| (\d) \| ([^|]+?) \|$", repository.read(path), re.MULTILINE))


class CommandLine(unittest.TestCase):
    @unittest.skipUnless(PROGRAM.exists(), "the program is not built")
    def test_page_shows_the_help_of_every_subcommand(self):
        run = subprocess.run([sys.executable, "-B", repository.ROOT / "scripts" / "write_cli_doc.py",
                              "--check", PROGRAM], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)

    def test_readme_and_page_give_the_same_exit_codes(self):
        self.assertEqual(sorted(exit_codes("README.md")), ["0", "1", "2", "3"])
        self.assertEqual(exit_codes("README.md"), exit_codes("docs/cli.md"))

    @unittest.skipUnless(PROGRAM.exists(), "the program is not built")
    def test_wrong_usage_ends_with_2_and_unreadable_input_with_3(self):
        for arguments, code in ((["no-such-command"], 2), (["build"], 2),
                                (["build", "no-such-folder", "-o", os.devnull + "/out"], 3)):
            with self.subTest(arguments=arguments):
                run = subprocess.run([PROGRAM, *arguments], capture_output=True, check=False)
                self.assertEqual(run.returncode, code, run.stderr)


if __name__ == "__main__":
    unittest.main()
