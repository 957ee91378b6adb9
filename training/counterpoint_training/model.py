"""The network: a BERT encoder, linear heads and a biaffine parser, as pure functions of weights.

Weights are a flat {name: array} under the names of the exported file. Every matrix named
*.weight is kept transposed, [in, out], except parser.arc.weight and parser.rel.weight, which are
as exported; so is parser.link.weight. See export.py.
"""
import jax
import jax.numpy as jnp
import numpy as np

HEADS = ("upos", "xpos", "mention")           # each word by itself
SPAN_HEADS = ("source", "cue", "content")     # chains of three labels
CHAIN_HEADS = ("names", *SPAN_HEADS)
PARSER_MLPS = ("arc_dep", "arc_head", "rel_dep", "rel_head", "link_dep", "link_head")
NORM_EPSILON = 1e-12
MASKED = -1e9
FORBIDDEN = -1e4                              # fits a half


def init_weights(base, labels, settings, seed):
    """Weights from the base encoder's tensors (BERT names) and fresh heads."""
    weights = encoder_from_bert(base, settings["layers"])
    hidden = weights["embeddings.type"].shape[1]
    rng = np.random.default_rng(seed)
    width = hidden + settings["shape_dim"]

    def dense(name, n_in, n_out):
        bound = (6 / (n_in + n_out)) ** 0.5
        weights[name + ".weight"] = rng.uniform(-bound, bound, (n_in, n_out)).astype(np.float32)
        weights[name + ".bias"] = np.zeros(n_out, np.float32)

    weights["shape.embedding"] = rng.normal(0, 0.3, (11, settings["shape_dim"])).astype(np.float32)
    for head in HEADS + CHAIN_HEADS:
        dense("head." + head, width, len(labels["attribution" if head in SPAN_HEADS else head]))
    for mlp in PARSER_MLPS:
        dense("parser." + mlp, width, settings[mlp.split("_")[0] + "_dim"])
    arc, rel, labels_n = settings["arc_dim"], settings["rel_dim"], len(labels["deprel"])
    link = settings["link_dim"]
    weights["parser.link.weight"] = rng.normal(0, 0.02, (link + 1, link)).astype(np.float32)
    spans = legal_steps(labels["attribution"])
    weights["chain.begin"] = np.zeros((len(SPAN_HEADS), 3), np.float32)      # a span may go on
    weights["chain.next"] = np.stack([spans] * len(SPAN_HEADS))
    weights["chain.names.next"] = legal_steps(labels["names"])
    weights["chain.names.begin"] = weights["chain.names.next"][labels["names"].index("O")].copy()
    weights["parser.arc.weight"] = rng.normal(0, 0.02, (arc + 1, arc)).astype(np.float32)
    weights["parser.rel.weight"] = rng.normal(0, 0.02, (labels_n, rel + 1, rel + 1)).astype(np.float32)
    return weights


def legal_steps(labels):
    """What a chain adds for each label after each other before training: nothing, or FORBIDDEN for
    an inside label after one of another type."""
    steps = np.zeros((len(labels), len(labels)), np.float32)
    for after, label in enumerate(labels):
        for before, previous in enumerate(labels):
            if label[0] == "I" and (previous == "O" or previous[1:] != label[1:]):
                steps[before, after] = FORBIDDEN
    return steps


def encoder_from_bert(base, layers):
    """Renames a BERT checkpoint's tensors; query, key and value become one matrix."""
    w = {"embeddings.word": base["embeddings.word_embeddings.weight"],
         "embeddings.position": base["embeddings.position_embeddings.weight"],
         "embeddings.type": base["embeddings.token_type_embeddings.weight"],
         "embeddings.norm.weight": base["embeddings.LayerNorm.weight"],
         "embeddings.norm.bias": base["embeddings.LayerNorm.bias"]}
    for i in range(layers):
        b, to = f"encoder.layer.{i}.", f"layer.{i}."
        parts = [b + f"attention.self.{x}." for x in ("query", "key", "value")]
        w[to + "attention.qkv.weight"] = np.concatenate([base[p + "weight"] for p in parts]).T.copy()
        w[to + "attention.qkv.bias"] = np.concatenate([base[p + "bias"] for p in parts])
        for old, new in (("attention.output.dense", "attention.output"),
                         ("intermediate.dense", "ffn.up"), ("output.dense", "ffn.down")):
            w[to + new + ".weight"] = base[b + old + ".weight"].T.copy()
            w[to + new + ".bias"] = base[b + old + ".bias"]
        for old, new in (("attention.output.LayerNorm", "attention.norm"),
                         ("output.LayerNorm", "ffn.norm")):
            for part in ("weight", "bias"):
                w[to + new + "." + part] = base[b + old + "." + part]
    return w


def layer_norm(x, weight, bias):
    """Normalises the last axis."""
    centred = x - x.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred ** 2).mean(-1, keepdims=True) + NORM_EPSILON) * weight + bias


def layer_count(w):
    """How many encoder layers there are weights for."""
    return 1 + max(int(n.split(".")[1]) for n in w if n.startswith("layer."))


def embed(w, pieces):
    """Normalised sum of word, position and type embeddings [B, S, H]."""
    x = w["embeddings.word"][pieces]
    x = x + w["embeddings.position"][:pieces.shape[1]] + w["embeddings.type"][0]
    return layer_norm(x, w["embeddings.norm.weight"], w["embeddings.norm.bias"])


def run_layers(w, x, mask, attention_heads, begin, end):
    """States after the layers begin..end-1, from the states before them; mask: real pieces."""
    rows, length = mask.shape
    bias = jnp.where(mask, 0.0, MASKED)[:, None, None, :]
    x = x.reshape(rows * length, -1)
    for i in range(begin, end):
        x = encoder_layer(w, f"layer.{i}.", x, bias, rows, attention_heads)
    return x.reshape(rows, length, -1)


def encode(w, pieces, mask, attention_heads):
    """Last hidden states [B, S, H] of piece ids [B, S]."""
    return run_layers(w, embed(w, pieces), mask, attention_heads, 0, layer_count(w))


def encoder_layer(w, name, x, bias, rows, attention_heads):
    """One post-norm BERT layer on [rows * length, H]."""
    length, size = x.shape[0] // rows, x.shape[1] // attention_heads
    qkv = x @ w[name + "attention.qkv.weight"] + w[name + "attention.qkv.bias"]
    q, k, v = jnp.moveaxis(qkv.reshape(rows, length, 3, attention_heads, size), (2, 3), (0, 2))
    scores = q @ jnp.swapaxes(k, -1, -2) / np.sqrt(size).astype(np.float32) + bias
    context = jax.nn.softmax(scores, -1) @ v
    context = jnp.swapaxes(context, 1, 2).reshape(rows * length, -1)
    x = layer_norm(x + context @ w[name + "attention.output.weight"] + w[name + "attention.output.bias"],
                   w[name + "attention.norm.weight"], w[name + "attention.norm.bias"])
    up = jax.nn.gelu(x @ w[name + "ffn.up.weight"] + w[name + "ffn.up.bias"], approximate=False)
    return layer_norm(x + up @ w[name + "ffn.down.weight"] + w[name + "ffn.down.bias"],
                      w[name + "ffn.norm.weight"], w[name + "ffn.norm.bias"])


def word_hidden(hidden, first):
    """Hidden state of every word's first piece [B, W, H]; place 0 is [CLS], the root."""
    return jnp.take_along_axis(hidden, first[:, :, None], axis=1)


def word_vectors(w, words, shapes):
    """x_w = [hidden of the first piece ; shape embedding]."""
    return jnp.concatenate([words, w["shape.embedding"][shapes]], -1)


def dense(w, name, x):
    """x @ weight + bias."""
    return x @ w[name + ".weight"] + w[name + ".bias"]


def with_one(x):
    """Appends a constant 1 to every vector."""
    return jnp.concatenate([x, jnp.ones(x.shape[:-1] + (1,), x.dtype)], -1)


def head_outputs(w, x, is_word):
    """Logits of every tagging head [B, W, labels], arc scores [B, dependent, head] and the
    relation vectors. Padding and a word itself score MASKED as heads."""
    out = {head: dense(w, "head." + head, x) for head in HEADS + CHAIN_HEADS}
    mlp = {name: jax.nn.relu(dense(w, "parser." + name, x)) for name in PARSER_MLPS}
    arcs = (with_one(mlp["arc_dep"]) @ w["parser.arc.weight"]) @ jnp.swapaxes(mlp["arc_head"], 1, 2)
    arcs = jnp.where(is_word[:, None, :], arcs, MASKED)
    out["arc"] = jnp.where(jnp.eye(x.shape[1], dtype=bool)[None], MASKED, arcs)
    links = (with_one(mlp["link_dep"]) @ w["parser.link.weight"]) @ jnp.swapaxes(mlp["link_head"], 1, 2)
    out["link"] = jnp.where(is_word[:, None, :], links, MASKED)
    out["rel_dep"], out["rel_head"] = with_one(mlp["rel_dep"]), with_one(mlp["rel_head"])
    return out


def relation_scores(w, out, heads):
    """Scores of all labels [B, W, R] for each word under the given head numbers [B, W]."""
    chosen = jnp.take_along_axis(out["rel_head"], jnp.maximum(heads, 0)[:, :, None], axis=1)
    left = jnp.einsum("bwi,rij->bwrj", out["rel_dep"], w["parser.rel.weight"])
    return jnp.einsum("bwrj,bwj->bwr", left, chosen)


def cross_entropy_sum(logits, gold):
    """Summed loss over the places with gold >= 0."""
    logp = jax.nn.log_softmax(logits)
    picked = jnp.take_along_axis(logp, jnp.maximum(gold, 0)[..., None], -1)[..., 0]
    return -jnp.where(gold >= 0, picked, 0.0).sum()


def chain_loss(scores, gold, is_word, begin, follow):
    """Summed loss of a linear-chain conditional random field over the sentences all of whose words
    have a gold label. scores [B, W, labels] and gold [B, W] count from the root, which is left out."""
    scores, gold, is_word = scores[:, 1:], gold[:, 1:], is_word[:, 1:]
    known = is_word[:, 0] & jnp.where(is_word, gold >= 0, True).all(1)
    inside, gold = is_word & known[:, None], jnp.maximum(gold, 0)
    picked = jnp.where(inside, jnp.take_along_axis(scores, gold[..., None], -1)[..., 0], 0).sum()
    steps = jnp.where(inside[:, 1:], follow[gold[:, :-1], gold[:, 1:]], 0).sum()
    start = jnp.where(known, begin[gold[:, 0]], 0).sum()

    def step(sums, word):
        score, is_inside = word
        new = jax.nn.logsumexp(sums[..., None] + follow, axis=1) + score
        return jnp.where(is_inside[:, None], new, sums), None
    sums, _ = jax.lax.scan(step, begin + scores[:, 0], (jnp.moveaxis(scores[:, 1:], 1, 0),
                                                        inside[:, 1:].T))
    return jnp.where(known, jax.nn.logsumexp(sums, -1), 0).sum() - picked - steps - start


def chains(w):
    """{head: (begin [labels], follow [before, label])} of the heads that are chains."""
    made = {kind: (w["chain.begin"][k], w["chain.next"][k]) for k, kind in enumerate(SPAN_HEADS)}
    return {**made, "names": (w["chain.names.begin"], w["chain.names.next"])}


def loss_from_words(w, words, batch, loss_weights):
    """Total loss per word and its parts, from the words' hidden states."""
    out = head_outputs(w, word_vectors(w, words, batch["shapes"]), batch["is_word"])
    parts = {head: cross_entropy_sum(out[head], batch[head]) for head in HEADS}
    losses = {head: chain_loss(out[head], batch[head], batch["is_word"], *chain)
              for head, chain in chains(w).items()}
    parts["names"] = losses["names"]
    parts["attribution"] = sum(losses[kind] for kind in SPAN_HEADS)
    parts["arc"] = cross_entropy_sum(out["arc"], batch["heads"])
    parts["rel"] = cross_entropy_sum(relation_scores(w, out, batch["heads"]), batch["deprel"])
    parts["link"] = cross_entropy_sum(out["link"], batch["link"])
    count = jnp.maximum(batch["is_word"].sum(), 1)
    parts = {name: value / count for name, value in parts.items()}
    return sum(loss_weights[name] * value for name, value in parts.items()), parts
