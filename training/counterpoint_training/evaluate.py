"""Scores predictions on the dev sets with gold words."""
from pathlib import Path

from .conllu import read_conllu, read_iob2
from .decode import name_spans
from .entities import mention_labels, read_mentions
from .predict import predict

SCORED_NAMES = ("PER", "ORG", "LOC")


def dev_sets(config, data_folder):
    """{"ewt": sentences, "gum": sentences} and the gold names {sent_id: labels} of EWT dev."""
    files, folder = config["data"], Path(data_folder)
    sets = {"ewt": read_conllu(folder / files["ewt_dev"]), "gum": read_conllu(folder / files["gum_dev"])}
    return sets, read_iob2(folder / files["uner_dev"])


def score_all(weights, word_pieces, labels, config, sets, gold_names):
    """(scores, predictions) of both dev sets; a score is a percentage with two decimals."""
    scores, predictions = {}, {}
    for name, sentences in sets.items():
        predicted = predict(weights, word_pieces, labels, sentences,
                            config["model"]["attention_heads"], config["train"]["lengths"])
        scores[name + "_dev"] = score_tags(sentences, predicted)
        predictions[name] = predicted
    scores["ewt_dev"].update(score_names(sets["ewt"], predictions["ewt"], gold_names))
    scores["gum_dev"].update(score_mentions(sets["gum"], predictions["gum"]))
    return scores, predictions


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
            pairs.append((name_spans(gold_names[s.sent_id]), name_spans(p["names"])))
    result = {"names_sentences": len(pairs)}
    for kind in SCORED_NAMES + (None,):
        gold = [{x for x in g if kind in (None, x[2])} for g, _ in pairs]
        found = [{x for x in f if (x[2] in SCORED_NAMES if kind is None else x[2] == kind)}
                 for _, f in pairs]
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


def prf(right, found, gold):
    """Precision, recall, F1 in percent."""
    return percent(right, found), percent(right, gold), percent(2 * right, found + gold)


def percent(part, whole):
    """100 * part / whole with two decimals; 0 when there is nothing."""
    return round(100 * part / whole, 2) if whole else 0.0


def selection_score(scores):
    """The single number by which checkpoints are chosen: the mean of what the annotator is for."""
    ewt, gum = scores["ewt_dev"], scores["gum_dev"]
    return round((ewt["upos"] + ewt["las"] + gum["las"] + ewt["names_f1"] + gum["mention_f1"]) / 5, 3)
