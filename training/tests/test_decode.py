"""Trees and name spans."""
import itertools
import unittest

import numpy as np

from counterpoint_training.decode import best_tree, name_spans


def best_by_trying_all(scores):
    """The highest total of a tree with one root child, by enumeration."""
    n = len(scores) - 1
    best = -np.inf
    for heads in itertools.product(range(n + 1), repeat=n):
        if heads.count(0) == 1 and all(h != d for d, h in enumerate(heads, 1)) and is_tree(heads):
            best = max(best, sum(scores[d, h] for d, h in enumerate(heads, 1)))
    return best


def is_tree(heads):
    """Does every word reach the root?"""
    for start in range(1, len(heads) + 1):
        at = start
        for _ in heads:
            at = heads[at - 1] if at else 0
        if at:
            return False
    return True


class Trees(unittest.TestCase):
    def test_tree_is_the_best_of_all_with_one_root_child(self):
        rng = np.random.default_rng(0)
        for case in range(150):
            scores = rng.normal(size=(2 + case % 5, 2 + case % 5))
            heads = best_tree(scores)
            self.assertTrue(is_tree(heads) and heads.count(0) == 1)
            total = sum(scores[d, h] for d, h in enumerate(heads, 1))
            self.assertAlmostEqual(total, best_by_trying_all(scores))

    def test_one_word_hangs_from_the_root(self):
        self.assertEqual(best_tree(np.zeros((2, 2))), [0])

    def test_equal_scores_go_to_the_lower_word_as_root(self):
        self.assertEqual(best_tree(np.zeros((4, 4))), [0, 1, 1])


class Names(unittest.TestCase):
    def test_spans_end_before_the_next_begin_and_at_the_end(self):
        self.assertEqual(name_spans(["B-PER", "I-PER", "B-PER", "O", "B-LOC"]),
                         {(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")})


if __name__ == "__main__":
    unittest.main()
