"""A quick look at a model while it trains: attributions matched as in the scorer, by tokens, without the decoder."""

import collections

import numpy as np
import torch

from data import CONTENT_BEGIN, CONTENT_INSIDE, SOURCE_BEGIN

CUE_THRESHOLD = 0.45


def cue_runs(probabilities, threshold):
    """(first, last, probability) of every run that begins with p(begin) over the threshold."""
    outside, begin, inside = probabilities
    out, i, n = [], 0, len(begin)
    while i < n:
        if (begin[i] > threshold and begin[i] >= inside[i] * 0.5) or inside[i] > 0.5:
            p = begin[i] if begin[i] > threshold and begin[i] >= inside[i] * 0.5 else begin[i] + inside[i]
            j = i + 1
            while j < n and inside[j] > max(outside[j], begin[j]):
                j += 1
            out.append((i, j - 1, float(p)))
            i = j
        else:
            i += 1
    return out


def best_path(scores, chain):
    """Viterbi path of one label chain: scores [label, token]."""
    value, back = scores[:, 0] + chain[-1], []
    for t in range(1, scores.shape[1]):
        table = value[:, None] + chain[:-1]
        back.append(table.argmax(0))
        value = table.max(0) + scores[:, t]
    path = [int(value.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def predict(model, batches, tensors, padded, threshold):
    """Attributions as (article, cue probability, cue, content, source), the last three sets of token indices."""
    model.eval()
    chain, out = model.chain().detach().numpy(), []
    with torch.no_grad():
        for batch in batches:
            features, mask, width = tensors(batch)
            states = model.encode(features, mask)
            probabilities = torch.softmax(model.cue_scores(states), 1).numpy()
            cues = [(row, *run) for row, u in enumerate(batch)
                    for run in cue_runs(probabilities[row][:, : len(u.cue_labels)], threshold)]
            if not cues:
                continue
            unit, first, last = (torch.tensor([c[k] for c in cues]) for k in range(3))
            relation = padded([batch[c[0]].relation(c[1]) for c in cues], width)
            emissions = model.role_scores(states, mask, unit, first, last, relation).numpy()
            for k, (row, a, b, p) in enumerate(cues):
                u = batch[row]
                path = best_path(emissions[k][:, : len(u.cue_labels)], chain)
                tokens = [{u.start + i for i, l in enumerate(path) if l in (x, x + 1)} for x in (CONTENT_BEGIN, SOURCE_BEGIN)]
                out.append((u.article, p, set(range(u.start + a, u.start + b + 1)), *tokens))
    return out


def one_to_one(pairs):
    gold, predicted, n = set(), set(), 0
    for _, g, p in sorted(pairs):
        if g not in gold and p not in predicted:
            gold.add(g)
            predicted.add(p)
            n += 1
    return n


def evaluate(articles, predictions):
    """F1 of cues, contents (Jaccard of 0.5) and contents with their source, over all attributions."""
    by_article, c = collections.defaultdict(list), collections.Counter()
    for article, p, cue, content, source in predictions:
        if p >= CUE_THRESHOLD and content:
            by_article[article].append((p, cue, content, source))
    for number, article in enumerate(articles):
        used, found = set(), []
        for p, cue, content, source in sorted(by_article[number], key=lambda x: -x[0]):
            free = content - used
            if len(free) >= 0.5 * len(content):
                used |= free
                found.append((cue, free, source))
        gold = [tuple(set(a[k]) for k in ('cue', 'content', 'core')) for a in article['attributions']]
        contents, whole = [], []
        for g, (_, content, core) in enumerate(gold):
            for p, (_, predicted, source) in enumerate(found):
                shared = len(content & predicted)
                overlap = shared / len(content | predicted) if shared else 0
                if overlap >= 0.5:
                    contents.append((-overlap, g, p))
                    if (core & source) or (not core and not source):
                        whole.append((-overlap, g, p))
        c['content'] += one_to_one(contents)
        c['all'] += one_to_one(whole)
        c['cue'] += sum(any(g[0] & p[0] for p in found) for g in gold)
        c['gold'] += len(gold)
        c['found'] += len(found)
    f1 = {k: 200 * c[k] / max(1, c['gold'] + c['found']) for k in ('cue', 'content', 'all')}
    return (f"cue {f1['cue']:.1f} content {f1['content']:.1f} all {f1['all']:.1f} "
            f"P {100 * c['all'] / max(1, c['found']):.1f} R {100 * c['all'] / c['gold']:.1f}")
