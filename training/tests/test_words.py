"""Shapes, batches, quantisation and the file format."""
import tempfile
import unittest
from pathlib import Path

import numpy as np

from counterpoint_training import shapes
from counterpoint_training.data import Example, make_batch, plan_batches
from counterpoint_training.export import from_tensors, quantise_rows, to_tensors, with_cue_bias
from counterpoint_training.optimizer import schedule
from counterpoint_training.safetensors_io import read_safetensors, write_safetensors


class Shapes(unittest.TestCase):
    def test_each_class_has_its_words(self):
        table = {shapes.LOWER: ["the", "al-shughour", "o'clock", "e\u0301"],
                 shapes.TITLE: ["The", "O'clock", "E-mail", "\u00c9a"],
                 shapes.UPPER: ["UN", "U.S.", "O'BRIEN", "U.S"], shapes.UPPER1: ["A", "A.", "\u00c9"],
                 shapes.MIXED: ["iPhone", "al-Assad", "McDonald"], shapes.DIGITS: ["1", "1,234.5", "\u0663"],
                 shapes.ALPHANUMERIC: ["F-16", "1st", "x\u00b2"], shapes.SYMBOLS: [".", "--", "$", "\u2026"],
                 shapes.OTHER: ["50%", "10:30", "a/b", "\u062d\u0644\u0628", "\u200b", "a_b"]}
        for wanted, words in table.items():
            for word in words:
                self.assertEqual(shapes.shape_class(word, False), wanted, word)

    def test_only_titlecase_depends_on_the_place(self):
        self.assertEqual(shapes.shape_class("The", True), shapes.TITLE_FIRST)
        self.assertEqual(shapes.shape_class("UN", True), shapes.UPPER)


class Batches(unittest.TestCase):
    def test_every_example_is_in_one_batch_that_it_fits(self):
        examples = [Example([0] * n, [], [], {}) for n in (3, 9, 12, 13, 40, 16)]
        plan = plan_batches(examples, [12, 16, 48], 24, np.random.default_rng(1))
        self.assertEqual(sorted(i for _, _, members in plan for i in members), list(range(6)))
        for length, rows, members in plan:
            self.assertLessEqual(len(members), rows)
            self.assertTrue(all(len(examples[i].pieces) <= length for i in members))

    def test_root_is_first_and_padding_has_no_gold(self):
        e = Example([2, 7, 8, 3], [1, 2], [1, 8], {"heads": [0, 1], "upos": [4, 5]})
        batch = make_batch([e], 8, 2)
        self.assertEqual(batch["first"][0].tolist(), [0, 1, 2, 0, 0, 0, 0])
        self.assertEqual(batch["heads"][0].tolist(), [-1, 0, 1, -1, -1, -1, -1])
        self.assertEqual(batch["is_word"].sum(), 3)


class Export(unittest.TestCase):
    def test_rows_come_back_within_half_a_step(self):
        matrix = np.random.default_rng(2).normal(size=(5, 8)).astype(np.float32)
        matrix[3] = 0
        q, scale = quantise_rows(matrix)
        self.assertTrue((np.abs(q * scale[:, None] - matrix) <= scale[:, None] * 0.5001).all())

    def test_tensors_and_weights_convert_both_ways(self):
        weights = {"head.upos.weight": np.arange(6, dtype=np.float32).reshape(2, 3),
                   "parser.arc.weight": np.ones((3, 2), np.float32), "embeddings.type": np.ones((2, 4), np.float32)}
        tensors = to_tensors(weights)
        self.assertEqual(tensors["head.upos.weight"].shape, (3, 2))
        self.assertEqual(tensors["parser.arc.weight"].shape, (3, 2))
        for name, array in from_tensors(tensors).items():
            np.testing.assert_array_equal(array, weights[name])

    def test_cue_bias_changes_the_first_word_of_a_cue_only(self):
        weights = {"head.cue.bias": np.array([1, 2, 3], np.float32)}
        self.assertEqual(list(with_cue_bias(weights, 0.5)["head.cue.bias"]), [1, 2.5, 3])
        self.assertEqual(list(weights["head.cue.bias"]), [1, 2, 3])

    def test_file_returns_what_was_written(self):
        tensors = {"b": np.arange(3, dtype=np.int8), "a": np.ones((2, 2), np.float16)}
        with tempfile.TemporaryDirectory() as folder:
            write_safetensors(Path(folder) / "x.safetensors", tensors)
            back = read_safetensors(Path(folder) / "x.safetensors")
        for name in tensors:
            np.testing.assert_array_equal(back[name], tensors[name])


class Schedule(unittest.TestCase):
    def test_rises_and_falls_to_zero(self):
        self.assertEqual([schedule(0.0, step, 40) for step in (10, 40, 50)], [0.25, 1.0, 1.0])
        self.assertEqual((schedule(0.5, 99, 40), schedule(1.2, 99, 40)), (0.5, 0.0))


if __name__ == "__main__":
    unittest.main()
