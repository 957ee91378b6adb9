"""Runs the network over gold-tokenised sentences and decodes every label."""
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from . import model
from .data import Example, make_batch, plan_batches, sentence_shapes
from .decode import best_tree
from .parallel import in_threads
from .polnear import runs


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
        numpy_out = {key: np.asarray(out[key]) for key in (*model.HEADS, "arc", "link")}
        numpy_out.update(chain_labels(weights, out, batch["is_word"]))
        heads = np.zeros(batch["first"].shape, np.int32)
        for row, i in enumerate(members):
            n = len(examples[i].first)
            heads[row, 1:n + 1] = best_tree(numpy_out["arc"][row, :n + 1, :n + 1])
        relations = np.asarray(relation_scores(weights, out, heads))
        for row, i in enumerate(members):
            results[i] = decode_row(numpy_out, relations, heads, row, len(examples[i].first), labels)
    in_threads(one, plan_batches(examples, lengths, 1024), workers=2)
    return results


def chain_labels(weights, out, is_word):
    """{head: best label numbers [B, W]} of each chain; the root's entry is 0."""
    return {head: best_chain(np.asarray(out[head]), np.asarray(is_word), np.asarray(begin),
                             np.asarray(follow))
            for head, (begin, follow) in model.chains(weights).items()}


def best_chain(scores, is_word, begin, follow):
    """The labels with the highest sum (Viterbi), the lower ones of equals; scores [B, W, labels]."""
    best = begin + scores[:, 1]
    stay = np.arange(scores.shape[2])
    came_from = np.zeros(scores.shape, np.int8)
    for w in range(2, scores.shape[1]):
        ways = best[..., None] + follow                                          # from, to
        here = is_word[:, w, None]
        came_from[:, w] = np.where(here, ways.argmax(1), stay)
        best = np.where(here, ways.max(1) + scores[:, w], best)
    labels = np.zeros(scores.shape[:2], np.int8)
    labels[:, -1] = best.argmax(-1)
    for w in range(scores.shape[1] - 1, 1, -1):
        labels[:, w - 1] = np.take_along_axis(came_from[:, w], labels[:, w, None], -1)[:, 0]
    return labels


def linked_cues(scores, cue_labels, *others):
    """Where a source or content begins: the best of the root (0) and the first words of the cues
    that were found (1-based); 0 for other words."""
    allowed = [0] + [begin + 1 for begin, _ in sorted(runs(cue_labels))]
    best = [allowed[k] for k in scores[:, allowed].argmax(-1)]
    begins = {begin for labels in others for begin, _ in runs(labels)}
    return [cue if word in begins else 0 for word, cue in enumerate(best)]


def decode_row(out, relations, heads, row, n, labels):
    """Labels of one sentence of n words; `root` is chosen exactly for head 0."""
    result = {head: [labels[head][k] for k in out[head][row, 1:n + 1].argmax(-1)]
              for head in model.HEADS}
    result["names"] = [labels["names"][k] for k in out["names"][row, 1:n + 1]]
    for kind in model.SPAN_HEADS:
        result[kind] = [int(k) for k in out[kind][row, 1:n + 1]]
    result["link"] = linked_cues(out["link"][row, 1:n + 1, :n + 1], result["cue"],
                                 result["source"], result["content"])
    result["heads"] = [int(h) for h in heads[row, 1:n + 1]]
    root = labels["deprel"].index("root")
    scores = relations[row, 1:n + 1].copy()
    scores[:, root] = -np.inf
    best = scores.argmax(-1)
    result["deprel"] = [labels["deprel"][root if h == 0 else int(k)]
                        for h, k in zip(result["heads"], best)]
    return result
