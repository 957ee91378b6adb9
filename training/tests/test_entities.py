"""GUM's entity annotation turned into name and mention labels."""
import unittest

from counterpoint_training.conllu import Sentence
from counterpoint_training.entities import mention_labels, name_labels, read_mentions


def sentence(rows):
    """A sentence from (form, upos, xpos, head, deprel, Entity value) rows."""
    s = Sentence("s", "d", "")
    for form, upos, xpos, head, deprel, entity in rows:
        s.forms.append(form)
        s.upos.append(upos)
        s.xpos.append(xpos)
        s.heads.append(head)
        s.deprels.append(deprel)
        s.misc.append(f"Entity={entity}|SpaceAfter=No" if entity else "_")
    return s


PRESIDENT = sentence([
    ("President", "PROPN", "NNP", 2, "nmod:desc", "(1-person-new-nnnnn-cf1-2-coref"),
    ("Bashar", "PROPN", "NNP", 7, "nsubj", ""),
    ("Assad", "PROPN", "NNP", 2, "flat", ""),
    ("of", "ADP", "IN", 6, "case", ""),
    ("the", "DET", "DT", 6, "det", "(2-place-new-nnnnn-cf2-2-coref"),
    ("Republic", "PROPN", "NNP", 2, "nmod", "2)1)"),
    ("met", "VERB", "VBD", 0, "root", ""),
    ("residents", "NOUN", "NNS", 7, "obj", "(3-person-new-nnnnn-cf3-1-coref)"),
    ("of", "ADP", "IN", 12, "case", ""),
    ("the", "DET", "DT", 12, "det", "(4-organization-new-nnnnn-cf4-3-coref"),
    ("New", "ADJ", "NNP", 12, "amod", ""),
    ("University", "PROPN", "NNP", 8, "nmod", ""),
    ("of", "ADP", "IN", 14, "case", ""),
    ("Aleppo", "PROPN", "NNP", 12, "nmod", "(5-place-new-nnnnn-cf5-1-coref)4)"),
    ("he", "PRON", "PRP", 7, "dep", "(1-person-giv-nnnnn-cf1-1-ana)"),
])


class Entities(unittest.TestCase):
    def test_nested_mentions_are_read_with_their_heads(self):
        found = {(m.begin, m.end, m.etype, m.head) for m in read_mentions(PRESIDENT)}
        self.assertEqual(found, {(0, 6, "person", 1), (4, 6, "place", 5), (7, 8, "person", 7),
                                 (9, 14, "organization", 11), (13, 14, "place", 13),
                                 (14, 15, "person", 14)})

    def test_names_leave_out_titles_determiners_and_what_follows_a_person(self):
        labels = name_labels(PRESIDENT, read_mentions(PRESIDENT))
        self.assertEqual(labels, ["O", "B-PER", "I-PER", "O", "O", "B-LOC", "O", "O", "O", "O",
                                  "B-ORG", "I-ORG", "I-ORG", "I-ORG", "O"])

    def test_mention_type_is_at_the_head_and_pronouns_have_none(self):
        labels = mention_labels(PRESIDENT, read_mentions(PRESIDENT))
        self.assertEqual([(i, x) for i, x in enumerate(labels) if x != "none"],
                         [(1, "person"), (5, "place"), (7, "person"), (11, "organization"), (13, "place")])


if __name__ == "__main__":
    unittest.main()
