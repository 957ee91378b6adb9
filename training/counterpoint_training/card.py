"""Scores the exported model, and writes scores.json, the card and the labels fixtures."""
import gzip
import io
import json
from pathlib import Path

from .evaluate import dev_sets, score_all
from .export import read_model
from .pooled import base_encoder, score_pooled
from .wordpieces import WordPieces

COMMAND = "make -C training evaluate"

CARD = """# counterpoint-annotator-en {version}

One network that annotates English sentences: universal and Penn tags, a dependency tree, names and
the types of named and nominal mentions. Made by `training/`; read by `src/nn` and `src/annotation`.

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

GUM's non-commercial genres (wikiHow, fiction) and those whose licence its LICENSE.txt does not state
(academic, court, essay, letter, podcast) were not trained on. The weights are under CC BY-SA 4.0, as
the treebanks are; the encoder's part remains under Apache-2.0. GUM's authors: Amir Zeldes and the
GUM annotators; EWT's: Natalia Silveira and others. The scores use GUM's whole dev part, which is not
shipped.

## Scores

With gold sentences and words, from these exported weights, in float32. `{command}` repeats them.

{table}

LAS compares full relations (nsubj:pass); punctuation counts. Names: exact spans of persons,
organisations and places against UNER on EWT dev; the network has seen no names of EWT, only GUM's,
and titles are not part of a name. Mention: (head word, type) pairs of named and nominal mentions
against GUM; `mention_heads_f1` leaves the type out. Pooled: how close the sentence vector (mean over
the pieces) has stayed to the base encoder's - the mean cosine, and the correlation of the similarities
of all pairs of sentences, both times 100.

## What it is not good for

- Other languages, and English with gold words that differ from UD's (it expects "do", "n't").
- Names as facts: types follow GUM and UNER, so a country that acts may be ORG or LOC, and products,
  works and events are all MISC, which is not scored.
- Transcribed speech, verse, tables and social-media text far from web and Wikimedia prose.
- Deciding who is guilty of anything: it tags words and knows nothing of the world.
"""


def evaluate_exported(config, data_folder, base_folder, model_folder, fixtures_folder):
    """Scores the exported weights and refreshes everything that states or repeats their output."""
    weights, entry = read_model(model_folder)
    pieces = WordPieces(model_folder / "vocab.txt")
    sets, gold_names = dev_sets(config, data_folder)
    scores, predictions = score_all(weights, pieces, entry["labels"], config, sets, gold_names)
    base = base_encoder(base_folder, config["model"]["layers"])
    for name, sentences in sets.items():
        scores[name + "_dev"].update(score_pooled(weights, base, pieces, sentences, config))
    (model_folder / "scores.json").write_text(json.dumps(
        {**scores, "sha256": entry["sha256"], "command": COMMAND}, indent=1) + "\n")
    (model_folder / "README.md").write_text(CARD.format(
        version=entry["version"], sha256=entry["sha256"], command=COMMAND, table=score_table(scores),
        genres=", ".join(config["data"]["gum_free_genres"]),
        megabytes=(model_folder / "annotator.safetensors").stat().st_size / 1e6))
    fixtures_folder.mkdir(parents=True, exist_ok=True)
    for name, predicted in predictions.items():
        write_labels(fixtures_folder / f"dev_labels_{name}.tsv.gz", predicted)
    print("evaluate:", json.dumps(scores), flush=True)


def score_table(scores):
    """The scores as a Markdown table."""
    ewt, gum = scores["ewt_dev"], scores["gum_dev"]
    keys = list(dict.fromkeys([*ewt, *gum]))
    lines = ["| measure | EWT dev | GUM dev |", "|---|---|---|"]
    lines += [f"| {k} | {ewt.get(k, '-')} | {gum.get(k, '-')} |" for k in keys]
    return "\n".join(lines)


def write_labels(path, predicted):
    """One line per word: sentence, word (both from 0), upos, xpos, head, deprel, names, mention."""
    text = io.StringIO()
    for s, p in enumerate(predicted):
        for w in range(len(p["upos"])):
            text.write("\t".join(map(str, (s, w, p["upos"][w], p["xpos"][w], p["heads"][w],
                                           p["deprel"][w], p["names"][w], p["mention"][w]))) + "\n")
    Path(path).write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
