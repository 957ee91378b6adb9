# SPDX-License-Identifier: Apache-2.0
"""docs/glossary.md defines each word of the public format once, in alphabetical order."""

import re
import unittest

import repository

# The nouns that name headers, folders, JSON keys and screens.
NEEDED = """
account act annotation article briefing certainty chain claim content cue decision derivation document
dossier entity event evidence exhibit figure grade incident ledger measure mention origin outlet pack
place polarity position question relation relay report screen section sentence source span statement
timeline utterance view voice
""".split()


def entries():
    return re.findall(r"^- \*\*([^*]+)\*\*", repository.read("docs/glossary.md"), re.MULTILINE)


class Glossary(unittest.TestCase):
    def test_defines_the_words_of_the_design(self):
        self.assertEqual(sorted(set(NEEDED) - set(entries())), [])

    def test_defines_the_stages_that_make_something(self):
        stages = set(repository.cmake_stages()) - {"base", "nn", "pipeline"}
        self.assertLessEqual(stages, set(entries()))

    def test_each_word_is_defined_once_and_in_order(self):
        self.assertEqual(entries(), sorted(set(entries()), key=str.casefold))


if __name__ == "__main__":
    unittest.main()
