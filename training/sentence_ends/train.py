# SPDX-License-Identifier: Apache-2.0
"""Trains the classifier of sentence ends on treebanks and writes its weights as a pack table.

    train.py --dump build/release/dump_gaps --data ../shared/data --out packs/en/sentence_ends/weights.tsv

Logistic regression with an L2 penalty over the features that dump_gaps writes. What it is trained on
stands in ../config.toml: all of EWT's training part, GUM's genres that are free. --folds N prints the
errors on documents left out, and writes nothing.
"""

import argparse
import collections
import pathlib
import subprocess
import tomllib

import numpy
import scipy.optimize
import scipy.sparse

MARK = "\x1f"
MIN_COUNT = 3       # gaps that a feature must be seen in
PENALTY = 1.0       # half the inverse variance that the prior gives each weight
MIN_WEIGHT = 0.05   # smaller weights are left out of the table


def documents(path, genres=None):
    """Lists of paragraphs, each a list of (text, whether white space follows)."""
    found, keep, begins, text, joined, range_end = [], False, False, None, False, 0
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            name = line.split("= ")[-1]
            keep = genres is None or name.split("_")[1] in genres
            if keep:
                found.append([])
            begins = True
        elif line.startswith("# newpar"):
            begins = True
        elif line.startswith("# text = "):
            text = line[len("# text = "):]
        elif line and not line.startswith("#"):
            number = line.split("\t", 1)[0]
            if number.isdigit() and int(number) > range_end:
                joined = line.endswith("SpaceAfter=No") or "SpaceAfter=No" in line.rsplit("\t", 1)[-1]
            elif "-" in number:
                range_end = int(number.split("-")[1])
                joined = "SpaceAfter=No" in line.rsplit("\t", 1)[-1]
        elif not line and text is not None and keep:
            if begins:
                found[-1].append([])
            found[-1][-1].append((text, not joined))
            begins = False
        if line.startswith("# text = ") or not line:
            range_end = 0
    return found


def marked(document):
    lines = []
    for paragraph in document:
        line = ""
        for text, space in paragraph:
            line += text + MARK + (" " if space else "")
        lines.append(line.rstrip(" ") + "\n")
    return "".join(lines) + "\n"


def gaps_of(dump, packs, texts):
    """A list per document of (label, features)."""
    made = subprocess.run([dump, packs], input="".join(map(marked, texts)), check=True,
                          capture_output=True, text=True).stdout
    result = []
    for block in made.split("\n\n"):
        rows = [row.split("\t") for row in block.split("\n") if row]
        if rows:
            result.append([(int(row[0]), row[1:]) for row in rows])
    return result


def matrix(gaps, index):
    columns, starts = [], [0]
    for _, features in gaps:
        columns += [index[f] for f in features if f in index]
        starts.append(len(columns))
    values = numpy.ones(len(columns))
    return scipy.sparse.csr_matrix((values, columns, starts), shape=(len(gaps), len(index)))


def fit(gaps):
    counts = collections.Counter(f for _, features in gaps for f in features)
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= MIN_COUNT))}
    x = matrix(gaps, index)
    y = numpy.array([label for label, _ in gaps]) * 2.0 - 1.0

    def loss(w):
        margin = y * (x @ w)
        value = numpy.logaddexp(0, -margin).sum() + 0.5 * PENALTY * (w @ w)
        slope = -y / (1 + numpy.exp(numpy.clip(margin, -500, 500)))
        return value, x.T @ slope + PENALTY * w

    best = scipy.optimize.minimize(loss, numpy.zeros(len(index)), jac=True, method="L-BFGS-B",
                                   options={"maxiter": 300})
    return index, best.x


def read(arguments):
    config = tomllib.loads((pathlib.Path(__file__).parent.parent / "config.toml").read_text())["data"]
    ewt = documents(arguments.data / config["ewt_train"])
    gum = documents(arguments.data / config["gum_train"], set(config["gum_free_genres"]))
    return gaps_of(arguments.dump, arguments.packs, ewt), gaps_of(arguments.dump, arguments.packs, gum)


def cross_validate(ewt, gum, folds):
    for name in ("ewt", "gum"):
        own = ewt if name == "ewt" else gum
        wrong = collections.Counter()
        for fold in range(folds):
            training = [g for i, d in enumerate(own) if i % folds != fold for g in d]
            training += [g for d in (gum if name == "ewt" else ewt) for g in d]
            index, weights = fit(training)
            for document in own[fold::folds]:
                scores = matrix(document, index) @ weights
                for (label, features), score in zip(document, scores):
                    kind = features[1].split("|")[2]
                    wrong[kind, label, "all"] += 1
                    if (score > 0) != bool(label):
                        wrong[kind, label, "wrong"] += 1
            if folds > 5:
                break
        print(name, sorted(wrong.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dump", required=True)
    parser.add_argument("--data", required=True, type=pathlib.Path)
    parser.add_argument("--packs", default="packs/en/annotation")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    ewt, gum = read(arguments)
    if arguments.folds:
        cross_validate(ewt, gum, arguments.folds)
        return
    index, weights = fit([g for d in ewt + gum for g in d])
    kept = sorted((f, weights[i]) for f, i in index.items() if abs(weights[i]) >= MIN_WEIGHT)
    rows = "".join(f"{feature}\t{weight:.2f}\n" for feature, weight in kept)
    arguments.out.write_text("# feature of a gap\tweight, for a sentence end where above 0\n" + rows,
                             encoding="utf-8")
    print(len(kept), "weights")


if __name__ == "__main__":
    main()
