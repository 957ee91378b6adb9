# SPDX-License-Identifier: Apache-2.0
"""Data that is shipped says where it comes from: each pack and each model has a card."""

import hashlib
import re
import unittest

import repository

# What a card must say, as headings or as the first words of a line or table row.
SAID = {
    "origin": r"\borigins?\b|\bsources?\b",
    "licence": r"\blicen[cs]es?\b",
    "how it was built": r"\bhow (?:it |they )?(?:is |was |were |are )?built\b|\bbuilt from\b|\btraining\b",
}


def data_files(kind):
    root = repository.ROOT / kind
    return [path for path in repository.files()
            if path.is_relative_to(root) and path.name != "README.md"]


def card_of(path):
    """The nearest README.md in the file's folder or one above it, inside packs/ or models/; or None."""
    for folder in path.parents:
        if (folder / "README.md").exists():
            return folder / "README.md"
        if folder.parent == repository.ROOT:
            return None
    return None


class Cards(unittest.TestCase):
    def test_each_file_of_a_pack_or_model_has_a_card(self):
        without = {repository.name(path.parent) for path in data_files("packs") + data_files("models")
                   if card_of(path) is None}
        self.assertEqual(without, set(), "these folders need a README.md")

    def test_each_card_says_origin_licence_and_how_it_was_built(self):
        for card in sorted({card_of(path) for path in data_files("packs") + data_files("models")} - {None}):
            for what, pattern in SAID.items():
                with self.subTest(card=repository.name(card), says=what):
                    self.assertRegex(card.read_text(encoding="utf-8"), re.compile(pattern, re.IGNORECASE))

    def test_each_file_of_a_pack_is_named_in_its_card(self):
        unnamed = []
        for path in data_files("packs"):
            card = card_of(path)
            if card and not re.search(rf"`{re.escape(path.stem)}(?:{re.escape(path.suffix)})?`",
                                      card.read_text(encoding="utf-8")):
                unnamed.append(repository.name(path))
        self.assertEqual(unnamed, [])

    def test_hashes_of_weights_are_the_stated_ones(self):
        for weights in data_files("models"):
            if weights.suffix != ".safetensors":
                continue
            card = card_of(weights)
            stated = [path.read_text(encoding="utf-8") for path in weights.parent.glob("*.json")]
            stated += [card.read_text(encoding="utf-8")] if card else []
            with self.subTest(weights=repository.name(weights)):
                self.assertIn(hashlib.sha256(weights.read_bytes()).hexdigest(), "".join(stated))


if __name__ == "__main__":
    unittest.main()
