"""The sentence vector: kept close to the base encoder's while the encoder learns its other work.

The base encoder was made for sentence similarity. Fine-tuning on tags and trees alone would ruin
that, so training also asks the pooled vector (mean over all pieces, length 1) to stay where it was.
"""
import jax
import jax.numpy as jnp
import numpy as np

from . import model
from .data import Example, make_batch, plan_batches
from .parallel import in_threads
from .safetensors_io import read_safetensors


def pool(hidden, mask):
    """Mean over the real pieces ([CLS] and [SEP] too), scaled to length 1: [B, H]."""
    total = (hidden * mask[:, :, None]).sum(1)
    return total / jnp.maximum(jnp.linalg.norm(total, axis=-1, keepdims=True), 1e-9)


def pooled_loss(hidden, batch):
    """Sum over the batch's sentences of 1 - cosine with the base encoder's vector."""
    cosine = (pool(hidden, batch["mask"]) * batch["pooled"]).sum(-1)
    is_real = (batch["pooled"] ** 2).sum(-1) > 0
    return jnp.where(is_real, 1 - cosine, 0.0).sum()


def pooled_vectors(weights, examples, lengths, attention_heads):
    """The pooled vector of every example, [N, H] float32."""
    run = jax.jit(lambda w, b: pool(model.encode(w, b["pieces"], b["mask"], attention_heads), b["mask"]))
    encoder = {n: jnp.asarray(v) for n, v in weights.items() if n.startswith(("embeddings.", "layer."))}
    result = np.zeros((len(examples), weights["embeddings.type"].shape[1]), np.float32)
    longest = max(len(e.pieces) for e in examples)
    lengths = [x for x in lengths if x < longest] + [-(-longest // 64) * 64]

    def one(item):
        length, rows, members = item
        batch = make_batch([examples[i] for i in members], length, rows)
        batch = {key: batch[key] for key in ("pieces", "mask")}
        result[members] = np.asarray(run(encoder, batch))[:len(members)]
    in_threads(one, plan_batches(examples, lengths, 1024), workers=2)
    return result


def base_encoder(base_folder, layers):
    """The unchanged base encoder's weights."""
    return model.encoder_from_bert(read_safetensors(base_folder / "model.safetensors"), layers)


def score_pooled(weights, base, word_pieces, sentences, config):
    """How much of the base's similarity is left, in percent: the mean cosine of new and old vectors,
    and the correlation of new and old similarities over all pairs of these sentences."""
    pieces = [word_pieces.sentence(s.forms) for s in sentences]
    examples = [Example(ids, first, [0] * len(first), {}) for ids, first in pieces]
    args = (examples, config["train"]["lengths"], config["model"]["attention_heads"])
    new, old = pooled_vectors(weights, *args), pooled_vectors(base, *args)
    above = np.triu_indices(len(new), 1)
    correlation = np.corrcoef((new @ new.T)[above], (old @ old.T)[above])[0, 1]
    return {"pooled_cosine": round(100 * float((new * old).sum(1).mean()), 2),
            "pooled_pair_correlation": round(100 * float(correlation), 2)}
