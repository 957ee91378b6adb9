# SPDX-License-Identifier: Apache-2.0
"""src/README.md names every folder of src/, no other, in the order of the data path."""

import re
import unittest

import repository


def sections():
    """{folder: text} for each heading "## `folder`", in the order they stand."""
    parts = re.split(r"^## `(\w+)`.*$", repository.read("src/README.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


class SourceMap(unittest.TestCase):
    def test_names_exactly_the_stages_in_data_order(self):
        self.assertEqual(list(sections()), list(repository.cmake_stages()))

    def test_every_folder_of_src_is_a_stage(self):
        folders = {path.relative_to(repository.ROOT).parts[1] for path in repository.files()
                   if repository.name(path).startswith("src/") and path.name != "README.md"}
        self.assertLessEqual(folders, set(repository.cmake_stages()))

    def test_every_folder_named_as_a_path_exists(self):
        for path in re.findall(r"`((?:src|include|tests|packs|models|apps|web)/[\w/.-]*)`",
                               repository.read("src/README.md")):
            with self.subTest(path=path):
                self.assertTrue((repository.ROOT / path).exists())

    def test_each_stage_says_what_comes_in_and_what_goes_out(self):
        for stage, text in sections().items():
            with self.subTest(stage=stage):
                self.assertIn("In:", text)
                self.assertIn("Out:", text)

    def test_each_stage_names_exactly_its_subfolders(self):
        for stage, text in sections().items():
            folder = repository.ROOT / "src" / stage
            present = {child.name for child in folder.glob("*") if child.is_dir() and any(child.iterdir())}
            with self.subTest(stage=stage):
                self.assertEqual(set(re.findall(r"`(\w+)/`", text)) - {"packs", "models", "web"}, present)


if __name__ == "__main__":
    unittest.main()
