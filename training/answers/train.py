"""Trains ranking and declining on the dumps of dump.mjs, prints figures, writes data/lexicon/answer-*.json.
   python3 training/answers/train.py training/out/answers data/lexicon
"""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import numpy as np

from gates import auc, fit_gate, signs
from rank import Set, cross_validate, fit, folds, matrix, ranks, show

# Crosses are many and each is seen seldom: held three times smaller than the features themselves.
CROSS_SCALE = 0.3
L2 = 3.0
# No training article begins by defining its title, encyclopaedias do; set by hand, on the scale of the other weights.
DEFINES_TITLE = 1.5
# Share of the training questions with a right sentence shown that the first gate may decline: within one article, and
# in a library, where the general questions make it stricter when need be.
ABOUT_DECLINES = {'closed': 0.07, 'open': 0.04}
# Share of general questions that the first gate has to decline in a whole library (GENERAL_DECLINED in decide.ts).
PROBES_DECLINED = 0.86
# The same for the second gate: it tells near misses badly, so it declines little.
ANSWERS_DECLINES = 0.03

work, out = sys.argv[1:3]
FORMS = {'closed': 'train.closed', 'open': 'train.small'}
# Questions that are foreign to what they are put to.
FOREIGN = {'closed': 'train.foreign', 'open': 'train.general'}
TESTS = {
    'closed': ['dev.closed', 'dev.foreign', 'squad.closed', 'wikiqa.closed'],
    'open': ['dev.open', 'offtopic', 'squad.open', 'wikiqa.open'],
}


def train_ranker(train):
    """-> weights by name, and the cross-validated scores of the training candidates."""
    X, names = matrix(train)
    scale = np.array([CROSS_SCALE if '*' in n else 1 for n in names], np.float32)
    options = dict(l2=L2, scale=scale, iterations=60)
    return dict(zip(names, fit(X, train.y, train.groups, **options))), cross_validate(train, X, 3, **options)


def score(s, weights):
    X, names = matrix(s)
    return X @ np.array([weights.get(n, 0) for n in names], np.float32)


def label_questions(s, scores, is_foreign):
    """-> 0 foreign, 1 answerable with a right sentence shown, 2 near miss, 3 answerable but not found: declining it loses nothing."""
    if is_foreign:
        return [0] * len(s.groups)
    shown = iter(ranks(s, scores)[:, 1])
    return [(1 if next(shown) else 3) if g['answerable'] else 2 for g in s.groups]


def main():
    weights, rows, labels, kinds, fold_of = {}, [], [], [], []
    sets = {}
    for form, name in FORMS.items():
        train = Set(work, name)
        weights[form], z = train_ranker(train)
        weights[form]['definesTitle'] = weights[form].get('definesTitle', 0) + DEFINES_TITLE
        print(form, 'ranking, cross-validated', show(train, z), flush=True)
        for test in TESTS[form]:
            sets[test] = (Set(work, test), form)
            if test != 'dev.foreign':
                print(form, test, show(sets[test][0], score(sets[test][0], weights[form])), flush=True)
        foreign = Set(work, FOREIGN[form])
        for s, scores in ((train, z), (foreign, score(foreign, weights[form]))):
            A, columns = signs(s, scores)
            rows.append(A)
            labels += label_questions(s, scores, s is foreign)
            kinds += [form] * len(A)
            f = folds(s.groups)
            fold_of += [f[g['article']] for g in s.groups]
    A, label, kind, fold = np.vstack(rows), np.array(labels), np.array(kinds), np.array(fold_of)

    def weigh(values):
        """Each form's share of each label counts alike."""
        w = np.zeros(len(A))
        for form in FORMS:
            for value, worth in values.items():
                here = (kind == form) & (label == value)
                w[here] = worth / max(1, here.sum())
        return w

    def about(use):
        # Near misses are about the articles, but it does no harm when they are declined here.
        w = weigh({0: 1, 1: 1, 2: 0.05, 3: 0.1})
        return fit_gate(A[use], label[use] > 0, columns, w[use], free=False)

    def answers(use):
        use = use & ((label == 1) | (label == 2))
        return fit_gate(A[use], label[use] == 1, columns, weigh({1: 1, 2: 1})[use], free=True)

    a, b = np.zeros(len(A)), np.zeros(len(A))
    for k in range(5):
        for gate, out_scores in ((about(fold != k), a), (answers(fold != k), b)):
            out_scores[fold == k] = A[fold == k] @ gate[0] + gate[1]
    own = label == 1
    cuts = {form: np.quantile(a[own & (kind == form)], share) for form, share in ABOUT_DECLINES.items()}
    cut_a, cut_b = cuts['closed'], np.quantile(b[own], ANSWERS_DECLINES)
    least_open = cuts['open'] - cut_a
    yes = (a >= np.where(kind == 'open', cuts['open'], cut_a)) & (b >= cut_b)
    for form in FORMS:
        share = [100 * (~yes[(kind == form) & (label == value)]).mean() for value in (1, 3, 0, 2)]
        print(f'{form} declined, cross-validated: own found {share[0]:.1f} own not found {share[1]:.1f} foreign {share[2]:.1f} near {share[3]:.1f}', flush=True)
    every = np.ones(len(A), bool)
    gates = {'about': (about(every), cut_a), 'answers': (answers(every), cut_b)}
    for name, (s, form) in sets.items():
        T, _ = signs(s, score(s, weights[form]))
        t = np.array([g['answerable'] for g in s.groups])
        va, vb = (T @ gate[0] + gate[1] - cut for gate, cut in gates.values())
        if form == 'open':
            probe = Set(work, {'dev.open': 'dev', 'wikiqa.open': 'wikiqa'}.get(name, 'squad') + '.general')
            gate, cut = gates['about']
            least = np.quantile(signs(probe, score(probe, weights[form]))[0] @ gate[0] + gate[1] - cut, PROBES_DECLINED)
            print(name, f'cut moves by {least:.2f}')
            va = va - max(least_open, least)
        no = (va < 0) | (vb < 0)
        text = [f'own declined {100 * no[t].mean():.1f} (first gate {100 * (va[t] < 0).mean():.1f})'] if t.any() else []
        text += [f'others declined {100 * no[~t].mean():.1f} (first gate {100 * (va[~t] < 0).mean():.1f})']
        if t.any():
            text += [f'balanced {50 * ((~no[t]).mean() + no[~t].mean()):.1f}, AUC {100 * auc(va[t], va[~t]):.1f} {100 * auc(vb[t], vb[~t]):.1f}']
            r = ranks(s, score(s, weights[form]))
            text += ['with declining ' + ' / '.join(f'{100 * x:.1f}' for x in (r * ~no[t][:, None]).mean(0))]
        print(name, *text, flush=True)
    rounded = lambda w, n: {k: round(float(v), n) for k, v in w.items() if abs(v) > 0.5 * 10 ** -n}
    write('answer-ranker.json', {form: rounded(w, 4) for form, w in weights.items()})
    write('answer-gates.json', {
        'openStrictness': round(float(least_open), 5),
        **{key: {'bias': round(float(gate[1] - cut), 5), 'weights': rounded(dict(zip(columns, gate[0])), 5)} for key, (gate, cut) in gates.items()},
    })


def write(name, content):
    with open(f'{out}/{name}', 'w', encoding='utf-8') as file:
        json.dump(content, file, indent='\t')
        file.write('\n')


main()
