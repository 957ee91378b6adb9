"""The teacher's names against gold tags and gold names."""
import unittest

from counterpoint_training.silver import UNKNOWN, refined_labels, silver_labels, trimmed


class Silver(unittest.TestCase):
    def test_articles_and_possessive_marks_are_cut_off(self):
        self.assertEqual(trimmed(0, 3, ["the", "Guardian", "'s"]), [1, 2])
        self.assertEqual(trimmed(0, 1, ["The"]), [0, 1])

    def test_without_tags_the_teacher_is_believed(self):
        self.assertEqual(silver_labels(["in", "Homs", "today"], [[1, 2, "GPE"], [2, 3, "DATE"]]),
                         ["O", "B-GPE", "O"])

    def test_a_name_needs_a_proper_noun(self):
        self.assertEqual(silver_labels(["our", "wolf"], [[1, 2, "PERSON"]], ["PRON", "NOUN"]), ["O", "O"])

    def test_gold_names_become_finer(self):
        self.assertEqual(refined_labels(["B-LOC", "I-LOC", "O", "B-LOC", "B-MISC", "O"],
                                        [[0, 2, "GPE"], [4, 5, "PERSON"], [5, 6, "NORP"]]),
                         ["B-GPE", "I-GPE", "O", "B-LOC", UNKNOWN, "B-NORP"])


if __name__ == "__main__":
    unittest.main()
