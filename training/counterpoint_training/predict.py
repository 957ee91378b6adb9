"""Runs the network over gold-tokenised sentences and decodes every label."""
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from . import model
from .data import Example, make_batch, plan_batches, sentence_shapes
from .decode import best_tree, repair_names
from .parallel import in_threads


@partial(jax.jit, static_argnums=(2,))
def all_scores(weights, batch, attention_heads):
    """Every score the decoder needs, from a batch."""
    hidden = model.encode(weights, batch["pieces"], batch["mask"], attention_heads)
    words = model.word_hidden(hidden, batch["first"])
    out = model.head_outputs(weights, model.word_vectors(weights, words, batch["shapes"]),
                             batch["is_word"])
    return out


relation_scores = jax.jit(model.relation_scores)


def predict(weights, word_pieces, labels, sentences, attention_heads, lengths):
    """One {"upos", "xpos", "names", "mention", "heads", "deprel"} of label lists per sentence."""
    examples = []
    for s in sentences:
        ids, first = word_pieces.sentence(s.forms)
        examples.append(Example(ids, first, sentence_shapes(s.forms), {}))
    results = [None] * len(sentences)
    weights = {name: jnp.asarray(array) for name, array in weights.items()}
    longest = max(len(e.pieces) for e in examples)
    lengths = [x for x in lengths if x < longest] + [-(-longest // 64) * 64]

    def one(item):
        length, rows, members = item
        batch = make_batch([examples[i] for i in members], length, rows)
        out = all_scores(weights, batch, attention_heads)
        numpy_out = {key: np.asarray(out[key]) for key in model.HEADS + ("arc",)}
        heads = np.zeros(batch["first"].shape, np.int32)
        for row, i in enumerate(members):
            n = len(examples[i].first)
            heads[row, 1:n + 1] = best_tree(numpy_out["arc"][row, :n + 1, :n + 1])
        relations = np.asarray(relation_scores(weights, out, heads))
        for row, i in enumerate(members):
            results[i] = decode_row(numpy_out, relations, heads, row, len(examples[i].first), labels)
    in_threads(one, plan_batches(examples, lengths, 1024), workers=2)
    return results


def decode_row(out, relations, heads, row, n, labels):
    """Labels of one sentence of n words; `root` is chosen exactly for head 0."""
    result = {head: [labels[head][k] for k in out[head][row, 1:n + 1].argmax(-1)]
              for head in model.HEADS}
    result["names"] = repair_names(result["names"])
    result["heads"] = [int(h) for h in heads[row, 1:n + 1]]
    root = labels["deprel"].index("root")
    scores = relations[row, 1:n + 1].copy()
    scores[:, root] = -np.inf
    best = scores.argmax(-1)
    result["deprel"] = [labels["deprel"][root if h == 0 else int(k)]
                        for h, k in zip(result["heads"], best)]
    return result
