# SPDX-License-Identifier: Apache-2.0
"""scripts/check_layers.py finds what it is meant to find, and finds nothing in the source."""

import unittest

import repository  # also makes scripts/ importable

import check_layers

STAGES = check_layers.read_stages("""
counterpoint_stage(base
  HEADERS span.h)
counterpoint_stage(nn
  NEEDS base
  USES ICU::uc)
counterpoint_stage(document
  HEADERS document.h
  NEEDS base)
counterpoint_stage(dossier
  HEADERS dossier.h
  NEEDS document nn)
""")


class Layers(unittest.TestCase):
    def test_source_has_no_include_to_the_right(self):
        self.assertEqual(check_layers.check(repository.ROOT), [])

    def test_reads_stages_in_order_with_their_headers_and_needs(self):
        self.assertEqual(list(STAGES), ["base", "nn", "document", "dossier"])
        self.assertEqual(STAGES["document"]["HEADERS"], ["document.h"])
        self.assertEqual(STAGES["dossier"]["NEEDS"], ["document", "nn"])

    def test_own_and_left_includes_are_fine(self):
        for stage, included in (("document", "document/text.h"), ("document", "counterpoint/span.h"),
                                ("dossier", "nn/encoder.h"), ("dossier", "counterpoint/document.h"),
                                ("document", "xxhash.h"), ("document", "nlohmann/json.hpp")):
            with self.subTest(stage=stage, included=included):
                self.assertIsNone(check_layers.complaint(STAGES, stage, included))

    def test_includes_to_the_right_are_named(self):
        for stage, included in (("document", "counterpoint/dossier.h"), ("document", "dossier/link.h"),
                                ("base", "nn/encoder.h"), ("document", "nn/encoder.h")):
            with self.subTest(stage=stage, included=included):
                self.assertIn("must not include", check_layers.complaint(STAGES, stage, included))

    def test_climbing_out_of_a_folder_is_named(self):
        self.assertIn("climbing", check_layers.complaint(STAGES, "document", "../dossier/link.h"))

    def test_public_header_of_no_stage_is_named(self):
        self.assertIn("no stage", check_layers.complaint(STAGES, "document", "counterpoint/extra.h"))


if __name__ == "__main__":
    unittest.main()
