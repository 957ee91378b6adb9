"""Trees from arc scores (Chu-Liu-Edmonds, one root) and names from labels; numpy only."""
import numpy as np

NOTHING = -np.inf


def best_tree(scores):
    """Heads (list of n, 0 = root) of the best tree with exactly one child of the root.

    scores[d, h]: word d (1..n) under head h (0..n); row 0 is ignored. The unconstrained tree is
    taken if it has one root child; else every word is tried as the only one and the highest
    total wins, the lower word on a tie.
    """
    scores = np.array(scores, np.float64)
    n = len(scores)
    scores[0, :] = NOTHING
    scores[np.arange(n), np.arange(n)] = NOTHING
    heads = chu_liu_edmonds(scores)
    if (heads[1:] == 0).sum() != 1:
        best = None
        for root in range(1, n):
            limited = scores.copy()
            limited[:, 0] = NOTHING
            limited[root, :] = NOTHING
            limited[root, 0] = scores[root, 0]
            candidate = chu_liu_edmonds(limited)
            total = sum(limited[d, candidate[d]] for d in range(1, n))
            if best is None or total > best:
                best, heads = total, candidate
    return [int(h) for h in heads[1:]]


def chu_liu_edmonds(scores):
    """Head per node of the maximum spanning tree rooted in 0 (entry 0 is 0).

    Equal scores go to the lower head. Contracted cycles are solved recursively.
    """
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, bool)
    inside[cycle] = True
    rest = [i for i in range(n) if not inside[i]]             # the contracted node comes last
    small = np.full((len(rest) + 1, len(rest) + 1), NOTHING)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, rest)] - kept[:, None]    # break the cycle at this word
    enter_at = entering.argmax(0)
    small[-1, :-1] = entering.max(0)
    leaving = scores[np.ix_(rest, cycle)]
    leave_from = leaving.argmax(1)
    small[:-1, -1] = leaving.max(1)
    small_heads = chu_liu_edmonds(small)
    for k, node in enumerate(rest[1:], 1):
        h = small_heads[k]
        heads[node] = cycle[leave_from[k]] if h == len(rest) else rest[h]
    h = small_heads[-1]
    heads[cycle[enter_at[h]]] = rest[h]
    return heads


def find_cycle(heads):
    """Node numbers of the first cycle met from the lowest node, in ascending order, or None."""
    state = [0] * len(heads)                                  # 0 new, else the walk that met it
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = heads[node]
        if state[node] == start:
            cycle, at = [node], heads[node]
            while at != node:
                cycle.append(at)
                at = heads[at]
            return np.array(sorted(cycle))
    return None


def name_spans(labels):
    """{(begin, end, type)} of BIO labels in which I-X follows B-X or I-X alone."""
    spans, begin = set(), None
    for i, label in enumerate(list(labels) + ["O"]):
        if begin is not None and not label.startswith("I-"):
            spans.add((begin, i, labels[begin][2:]))
            begin = None
        if label.startswith("B-"):
            begin = i
    return spans
