"""Makes the test files by which the C++ side checks itself against this one (tests/data/nn)."""
import gzip
import json
from pathlib import Path

import jax.numpy as jnp
import numpy as np

from . import model, nasty_text
from .conllu import gum_genre, read_conllu
from .data import NAME_LABELS, UPOS_LABELS, Example, make_batch, sentence_shapes
from .decode import best_tree
from .entities import MENTION_LABELS
from .export import from_tensors, read_model, to_tensors, write_model
from .polnear import ATTRIBUTION_LABELS
from .predict import chain_labels, decode_row
from .shapes import shape_class
from .wordpieces import WordPieces

SENTENCES, NASTY, LONGEST_BYTES = 10_000, 1_000, 240
SMALL_LABELS = {"upos": UPOS_LABELS, "xpos": ["NN", "NNP", "VBD", "IN", "."], "names": NAME_LABELS,
                "mention": MENTION_LABELS, "attribution": ATTRIBUTION_LABELS,
                "deprel": ["nsubj", "nsubj:pass", "obj", "punct", "root"]}
SMALL_SENTENCES = [["the", "man", "said", "."], ["The", "U.S.", "army", "did", "n't", "fire", "!"],
                   ["a"], ["120", "people", "(", "at", "least", ")", "were", "killed", "in", "Jisr",
                           "al-Shughour", ",", "officials", "said"], ["\u0301", "x" * 101, "caf\u00e9"]]


def make_fixtures(config, data_folder, model_folder, out):
    """Writes every fixture but the dev labels, which the evaluation writes."""
    out.mkdir(parents=True, exist_ok=True)
    read_model(model_folder)                                   # stops if model and hash disagree
    word_pieces = WordPieces(model_folder / "vocab.txt")
    texts = licensed_sentences(config, Path(data_folder))
    write_wordpieces(out / "wordpiece_10000.tsv.gz", word_pieces.tokenizer, texts)
    (out / "shapes.tsv").write_text("".join(
        f"{word}\t{int(first)}\t{shape_class(word, first)}\n" for word, first in nasty_text.shape_rows()))
    write_small_encoder(out, model_folder / "vocab.txt")
    print("fixtures: written to", out, flush=True)


def licensed_sentences(config, folder):
    """Treebank sentences (EWT, GUM's free genres) and synthetic ones, 10,000 in a fixed order."""
    files = config["data"]
    ewt = [s.text for s in read_conllu(folder / files["ewt_train"])]
    gum = [s.text for s in read_conllu(folder / files["gum_train"])
           if gum_genre(s.doc_id) in files["gum_free_genres"]]
    texts = sorted({t for t in ewt + gum if 0 < len(t.encode()) <= LONGEST_BYTES})
    rng = np.random.default_rng(11)
    wanted = SENTENCES - NASTY
    unusual = [t for t in texts if not t.isascii()]            # all of these: they teach the most
    usual = [t for t in texts if t.isascii()]
    unusual = unusual[:wanted // 2]
    chosen = unusual + [usual[i] for i in rng.permutation(len(usual))[:wanted - len(unusual)]]
    return chosen + nasty_text.sentences(NASTY, chosen, rng)


def write_wordpieces(path, tokenizer, texts):
    """One JSON object per line: text, ids, offsets in bytes of the text's UTF-8."""
    lines = []
    for text in texts:
        encoding = tokenizer.encode(text, add_special_tokens=False)
        at = np.cumsum([0] + [len(c.encode()) for c in text])
        offsets = [[int(at[b]), int(at[e])] for b, e in encoding.offsets]
        lines.append(json.dumps({"text": text, "ids": encoding.ids, "offsets": offsets},
                                ensure_ascii=False, separators=(",", ":")))
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0))


def small_vocabulary(vocab_path):
    """A vocabulary of about 200 pieces that still spells every word of ASCII letters."""
    pieces = Path(vocab_path).read_text(encoding="utf-8").split("\n")
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    single = [p for p in pieces if p.isascii() and (len(p) == 1 or (len(p) == 3 and p[:2] == "##"))]
    words = [p for p in pieces[1996:] if p.isascii() and p.isalpha() and len(p) > 1][:90]
    return special + single + words


def write_small_encoder(out, vocab_path):
    """A tiny random model in the exported format, its vocabulary, and what it must compute."""
    folder = out / "encoder_small"
    folder.mkdir(exist_ok=True)
    vocabulary = small_vocabulary(vocab_path)
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n")
    weights = from_tensors(to_tensors(small_weights(len(vocabulary))))
    write_model(folder, weights, SMALL_LABELS,
                {"name": "small", "version": "0", "attention_heads": 4})
    weights, _ = read_model(folder)
    pieces = WordPieces(folder / "vocab.txt")
    expected = [expected_output(weights, pieces, words) for words in SMALL_SENTENCES]
    (folder / "expected.json").write_text(json.dumps(expected, separators=(",", ":")) + "\n")


def small_weights(vocabulary_size, hidden=32, ffn=64, layers=2, positions=128):
    """Random weights of a tiny encoder with all heads."""
    rng = np.random.default_rng(5)
    def normal(*shape):
        return rng.normal(0, 0.15, shape).astype(np.float32)
    base = {"embeddings.word_embeddings.weight": normal(vocabulary_size, hidden),
            "embeddings.position_embeddings.weight": normal(positions, hidden),
            "embeddings.token_type_embeddings.weight": normal(2, hidden),
            "embeddings.LayerNorm.weight": 1 + normal(hidden), "embeddings.LayerNorm.bias": normal(hidden)}
    for i in range(layers):
        b = f"encoder.layer.{i}."
        shapes = {"attention.self.query": (hidden, hidden), "attention.self.key": (hidden, hidden),
                  "attention.self.value": (hidden, hidden), "attention.output.dense": (hidden, hidden),
                  "intermediate.dense": (ffn, hidden), "output.dense": (hidden, ffn)}
        for name, shape in shapes.items():
            base[b + name + ".weight"], base[b + name + ".bias"] = 3 * normal(*shape), normal(shape[0])
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            base[b + name + ".weight"], base[b + name + ".bias"] = 1 + normal(hidden), normal(hidden)
    settings = {"layers": layers, "shape_dim": 4, "arc_dim": 12, "rel_dim": 8, "link_dim": 6}
    weights = model.init_weights(base, SMALL_LABELS, settings, seed=5)
    for name in weights:
        if name.startswith(("head.", "parser.", "chain.")):
            weights[name] = weights[name] + normal(*weights[name].shape)
    return weights


def expected_output(weights, pieces, words):
    """Everything the network computes for one sentence, rounded to 6 decimals."""
    ids, first = pieces.sentence(words)
    example = Example(ids, first, sentence_shapes(words), {})
    batch = make_batch([example], len(ids), 1)
    hidden = model.encode(weights, batch["pieces"], batch["mask"], 4)
    x = model.word_vectors(weights, model.word_hidden(hidden, batch["first"]), batch["shapes"])
    out = model.head_outputs(weights, x, batch["is_word"])
    n = len(words)
    arcs = np.asarray(out["arc"])[:, :n + 1, :n + 1]
    heads = np.zeros(batch["first"].shape, np.int32)
    heads[0, 1:n + 1] = best_tree(arcs[0])
    relations = np.asarray(model.relation_scores(weights, out, jnp.asarray(heads)))
    logits = {head: np.asarray(out[head]) for head in (*model.HEADS, "link")}
    logits.update(chain_labels(weights, out, batch["is_word"]))
    def rounded(array):
        return np.round(np.asarray(array, np.float64), 6).tolist()
    arc_rows = [[None if d == h else float(round(float(arcs[0, d, h]), 6)) for h in range(n + 1)]
                for d in range(1, n + 1)]
    return {"words": words, "pieces": ids, "first_piece": first, "shapes": example.shapes,
            "hidden": rounded(np.asarray(hidden)[0]), "arc": arc_rows,
            **{head: rounded(logits[head][0, 1:n + 1]) for head in model.HEADS},
            "rel_at_heads": rounded(relations[0, 1:n + 1]),
            "decoded": decode_row(logits, relations, heads, 0, n, SMALL_LABELS)}
