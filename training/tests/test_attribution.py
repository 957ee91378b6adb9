"""Attributions: from PolNeAR's files and GUM's relations to labels, and the chains over them."""
import itertools
import unittest

import jax.numpy as jnp
import numpy as np

from counterpoint_training import gum_attribution, model
from counterpoint_training.conllu import Sentence
from counterpoint_training.polnear import BEGIN, INSIDE, OUTSIDE, label_document, read_annotation, runs
from counterpoint_training.predict import chain_labels, linked_cues

TEXT = "“We fled,” Zoë said. “All of us.” Nobody spoke."
WORDS = [[(0, 3), (3, 5), (6, 10), (10, 11), (11, 14), (15, 19), (20, 24), (24, 25)],
         [(26, 29), (29, 32), (33, 35), (36, 38), (38, 39), (39, 42)]]
NOTES = """T1\tSource 11 14\tZoë
T2\tCue 15 19\tsaid
T3\tContent 0 10;21 33\t“We fled,” “All of us.”
T4\tAttribution 15 19\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""


class PolNeAR(unittest.TestCase):
    def test_labels_and_links(self):
        spans, events = read_annotation(NOTES, TEXT)
        self.assertEqual(spans["T1"], ("source", [(15, 19)]))       # bytes, not characters
        first, second = label_document(TEXT.encode(), WORDS, spans, events)
        self.assertEqual(runs(first.labels["content"]), {(0, 5)})
        self.assertEqual(runs(first.labels["source"]), {(5, 6)})
        self.assertEqual(runs(second.labels["content"]), {(0, 6)})
        self.assertEqual(first.links, {0: 6, 5: 6})                 # to "said"
        self.assertEqual(second.links, {0: None})                   # its cue is not in this sentence

    def test_a_span_goes_on_over_a_sentence_end(self):
        notes = "T1\tContent 0 33\tall\n"
        first, second = label_document(TEXT.encode(), WORDS, *read_annotation(notes, TEXT))
        self.assertEqual(first.labels["content"][0], BEGIN)
        self.assertEqual(second.labels["content"][0], INSIDE)

    def test_the_wider_of_two_overlapping_spans_is_kept(self):
        notes = "T1\tContent 3 9\tfled\nT2\tContent 0 14\tall\n"
        first, _ = label_document(TEXT.encode(), WORDS, *read_annotation(notes, TEXT))
        self.assertEqual(runs(first.labels["content"]), {(0, 6)})


def gum_sentence(rows):
    s = Sentence("s", "d", "")
    for form, discourse in rows:
        s.forms.append(form)
        s.misc.append(f"Discourse={discourse}|SpaceAfter=No" if discourse else "_")
    return s


class Gum(unittest.TestCase):
    def test_the_content_is_the_target_with_what_hangs_from_it(self):
        s = gum_sentence([("The", "attribution-positive:1->2:0:sem-atsrc-1-2+lex-indwd-3"),
                          ("nurse", ""), ("said", ""), ("two", "ROOT:2:0"), ("died", ""),
                          ("when", "context-background:3->2:1:_"), ("it", ""), ("fell", ""), (".", "")])
        made, = gum_attribution.attributed_sentences([s])
        self.assertEqual(runs(made.labels["source"]), {(0, 2)})
        self.assertEqual(runs(made.labels["cue"]), {(2, 3)})
        self.assertEqual(runs(made.labels["content"]), {(3, 8)})
        self.assertEqual(made.links, {0: 2, 3: 2})

    def test_without_a_cue_there_is_no_relation(self):
        s = gum_sentence([("Navy", "attribution-positive:1->2:0:sem-atsrc-1"), ("ship", "ROOT:2:0")])
        made, = gum_attribution.attributed_sentences([s])
        self.assertEqual(set(made.labels["content"]), {OUTSIDE})


class Chains(unittest.TestCase):
    def setUp(self):
        rng = np.random.default_rng(1)
        self.n = 4
        self.out = {k: rng.normal(size=(1, self.n + 1, 3)).astype(np.float32) for k in model.SPAN_HEADS}
        legal = model.legal_steps(["O", "B", "I"])
        self.w = {"chain.begin": rng.normal(size=(3, 3)).astype(np.float32),
                  "chain.next": rng.normal(size=(3, 3, 3)).astype(np.float32) + legal,
                  "chain.names.begin": np.zeros(3), "chain.names.next": legal}
        self.out["names"] = self.out["cue"]

    def total(self, kind, labels):
        k = model.SPAN_HEADS.index(kind)
        scores = self.out[kind][0, 1:]
        steps = sum(self.w["chain.next"][k, a, b] for a, b in itertools.pairwise(labels))
        return self.w["chain.begin"][k, labels[0]] + sum(scores[range(self.n), labels]) + steps

    def test_the_loss_is_that_of_all_chains(self):
        gold = [0, 1, 2, 0]
        batch = {k: np.array([[-1, *gold]]) for k in model.SPAN_HEADS}
        every = list(itertools.product(range(3), repeat=self.n))
        wanted = sum(np.logaddexp.reduce([self.total(k, list(c)) for c in every]) - self.total(k, gold)
                     for k in model.SPAN_HEADS)
        is_word = np.ones((1, self.n + 1), bool)
        loss = sum(float(model.chain_loss(jnp.asarray(self.out[k]), batch[k], is_word, *map(jnp.asarray, chain)))
                   for k, chain in model.chains(self.w).items() if k != "names")
        self.assertAlmostEqual(loss, wanted, places=3)

    def test_a_sentence_with_an_unknown_label_is_left_out(self):
        gold, is_word = np.array([[-1, 0, 1, -1, 0]]), np.ones((1, self.n + 1), bool)
        loss = model.chain_loss(jnp.asarray(self.out["cue"]), gold, is_word,
                                *map(jnp.asarray, model.chains(self.w)["cue"]))
        self.assertEqual(float(loss), 0)

    def test_the_labels_are_the_best_legal_chain(self):
        found = chain_labels(self.w, self.out, np.ones((1, self.n + 1), bool))
        for kind in model.SPAN_HEADS:
            legal = [list(c) for c in itertools.product(range(3), repeat=self.n)
                     if (OUTSIDE, INSIDE) not in itertools.pairwise(c)]
            best = max(legal, key=lambda c: self.total(kind, c))
            self.assertEqual(list(found[kind][0, 1:]), best)

    def test_only_where_something_begins_there_is_a_link(self):
        scores = np.array([[0, 9, 1.0], [0, 9, 1]])
        self.assertEqual(linked_cues(scores, [OUTSIDE, BEGIN], [BEGIN, OUTSIDE], [OUTSIDE, OUTSIDE]), [2, 0])


if __name__ == "__main__":
    unittest.main()
