"""Scores predictions on the dev sets with gold words."""
import pickle
from dataclasses import dataclass
from pathlib import Path

from .conllu import read_conllu, read_iob2
from .decode import name_spans
from .entities import mention_labels, read_mentions
from .polnear import KINDS, runs
from .predict import predict
from .silver import COARSE

SCORED_NAMES = ("PER", "ORG", "LOC")


@dataclass
class DevSets:
    """Sentences by set (ewt, gum, polnear) and the gold names {sent_id: labels} of EWT's."""
    sentences: dict
    names: dict

    def every(self, step):
        """Every step-th sentence of each set, to watch a training by."""
        return DevSets({name: s[::step] for name, s in self.sentences.items()}, self.names)


def dev_sets(config, data_folder, work):
    """The dev parts; PolNeAR's as `words` stored it."""
    files, folder = config["data"], Path(data_folder)
    with open(Path(work) / "polnear_dev.pickle", "rb") as file:
        polnear = pickle.load(file)
    return DevSets({"ewt": read_conllu(folder / files["ewt_dev"]),
                    "gum": read_conllu(folder / files["gum_dev"]), "polnear": polnear},
                   read_iob2(folder / files["uner_dev"]))


def score_all(weights, word_pieces, labels, config, dev):
    """(scores, predictions) of the dev sets; a score is a percentage with two decimals."""
    predictions = {name: predict(weights, word_pieces, labels, sentences,
                                 config["model"]["attention_heads"], config["train"]["lengths"])
                   for name, sentences in dev.sentences.items()}
    ewt, gum, polnear = (dev.sentences[name] for name in ("ewt", "gum", "polnear"))
    return {"ewt_dev": {**score_tags(ewt, predictions["ewt"]),
                        **score_names(ewt, predictions["ewt"], dev.names)},
            "gum_dev": {**score_tags(gum, predictions["gum"]),
                        **score_mentions(gum, predictions["gum"])},
            "polnear_dev": score_attribution(polnear, predictions["polnear"])}, predictions


def score_tags(sentences, predicted):
    """UPOS, XPOS, UAS, LAS over all words, punctuation included; LAS compares full relations,
    las_universal only the part before the colon."""
    right = dict.fromkeys(("upos", "xpos", "uas", "las", "las_universal"), 0)
    total = 0
    for s, p in zip(sentences, predicted):
        for i in range(len(s.forms)):
            total += 1
            right["upos"] += s.upos[i] == p["upos"][i]
            right["xpos"] += s.xpos[i] == p["xpos"][i]
            if s.heads[i] == p["heads"][i]:
                right["uas"] += 1
                right["las"] += s.deprels[i] == p["deprel"][i]
                right["las_universal"] += s.deprels[i].split(":")[0] == p["deprel"][i].split(":")[0]
    return {"words": total, **{name: percent(n, total) for name, n in right.items()}}


def score_names(sentences, predicted, gold_names):
    """Exact-span F1 of person, organisation and place names against UNER."""
    pairs = []
    for s, p in zip(sentences, predicted):
        if s.sent_id in gold_names and len(gold_names[s.sent_id]) == len(s.forms):
            found = {(b, e, COARSE[t]) for b, e, t in name_spans(p["names"]) if t in COARSE}
            pairs.append((name_spans(gold_names[s.sent_id]), found))
    result = {"names_sentences": len(pairs)}
    for kind in SCORED_NAMES + (None,):
        gold = [{x for x in g if (x[2] in SCORED_NAMES if kind is None else x[2] == kind)}
                for g, _ in pairs]
        found = [{x for x in f if kind in (None, x[2])} for _, f in pairs]
        precision, recall, f1 = prf(sum(len(g & f) for g, f in zip(gold, found)),
                                    sum(map(len, found)), sum(map(len, gold)))
        if kind is None:
            result.update(names_precision=precision, names_recall=recall, names_f1=f1)
        else:
            result["names_f1_" + kind.lower()] = f1
    return result


def score_mentions(sentences, predicted):
    """F1 of (head word, type) pairs of named and nominal mentions; heads_f1 ignores the type."""
    typed = untyped = found = gold = 0
    for s, p in zip(sentences, predicted):
        for g, f in zip(mention_labels(s, read_mentions(s)), p["mention"]):
            gold += g != "none"
            found += f != "none"
            typed += g == f != "none"
            untyped += g != "none" and f != "none"
    return {"mention_f1": prf(typed, found, gold)[2], "mention_heads_f1": prf(untyped, found, gold)[2]}


def score_attribution(sentences, predicted):
    """Exact-span F1 of source, cue and content pieces, each within its sentence, and the share of
    the rightly found sources and contents whose link is right too."""
    result, linked, found_both = {}, 0, 0
    for kind in KINDS:
        gold = [runs(s.labels[kind]) for s in sentences]
        found = [runs(p[kind]) for p in predicted]
        both = [g & f for g, f in zip(gold, found)]
        result[kind + "_f1"] = prf(sum(map(len, both)), sum(map(len, found)),
                                   sum(map(len, gold)))[2]
        for s, p, spans in zip(sentences, predicted, both):
            for begin, _ in spans if kind != "cue" else ():
                cue = s.links.get(begin)
                found_both += begin in s.links
                linked += begin in s.links and p["link"][begin] == (0 if cue is None else cue + 1)
    return {**result, "link_accuracy": percent(linked, found_both)}


def prf(right, found, gold):
    """Precision, recall, F1 in percent."""
    return percent(right, found), percent(right, gold), percent(2 * right, found + gold)


def percent(part, whole):
    """100 * part / whole with two decimals; 0 when there is nothing."""
    return round(100 * part / whole, 2) if whole else 0.0
