"""Trains ranking and declining on the dumps of dump.mjs, prints figures, writes data/lexicon/answer-*.
   python3 training/answers/train.py training/out/answers data/lexicon
"""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import numpy as np

from gates import auc, fit_gate, held, signs
from match import Matcher
from rank import Set, cross_validate, fit, folds, matrix, ranks, show

# Crosses are many and each is seen seldom: held three times smaller than the features themselves.
CROSS_SCALE = 0.3
L2 = 3.0
# No training article begins by defining its title, encyclopaedias do; set by hand, on the scale of the other weights.
DEFINES_TITLE = 3.0
# Share of the benchmark's own training questions with a right sentence shown that the first gate may decline: within one
# article, and in a library, where the general questions make it stricter when need be.
ABOUT_DECLINES = {'closed': 0.04, 'open': 0.03}
# Share of general questions that the first gate has to decline in a whole library (GENERAL_DECLINED in decide.ts).
PROBES_DECLINED = 0.87
# The same share for the second gate: who has picked an article asks about it, and near misses are fewer.
ANSWERS_DECLINES = {'closed': 0.03, 'open': 0.06}
GATE_L2 = {'about': 0.003, 'answers': 0.01}

LEXICON = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../data/lexicon')

work, out = sys.argv[1:3]
# The form that a training set is ranked in, and its questions that are foreign to what they are put to.
FORMS = {'train.closed': 'closed', 'train.alone': 'closed', 'train.small': 'open'}
FOREIGN = {'train.closed': 'train.foreign', 'train.alone': 'train.alone.foreign', 'train.small': 'train.general'}
# The set that each form's ranking is learned from.
RANKED = {'closed': 'train.closed', 'open': 'train.small'}
TESTS = {
    'closed': ['dev.closed', 'dev.foreign', 'squad.closed', 'wikiqa.closed'],
    'open': ['dev.open', 'offtopic', 'squad.open', 'wikiqa.open'],
}


def worth(group):
    """The benchmark's own training questions, whose ids begin with t, count twice: chat is nearer to their wording."""
    return 2.0 if group['id'].startswith('t') else 1.0


def learn_ranking():
    """-> the weights of each form by name, the map of the word vectors, and a reader of a set with its scores as `z`: for
    the training questions by weights and a map that were learned without their article."""
    weights, held_out, sets = {}, {}, {}
    for form, name in RANKED.items():
        train = Set(work, name)
        X, names = matrix(train)
        options = dict(l2=L2, scale=np.array([CROSS_SCALE if '*' in n else 1 for n in names], np.float32), weights=worth, iterations=60)
        weights[form] = dict(zip(names, fit(X, train.y, train.groups, **options)))
        weights[form]['definesTitle'] = weights[form].get('definesTitle', 0) + DEFINES_TITLE
        held_out[name] = cross_validate(train, X, 3, **options)
        print(form, 'without the map, cross-validated', show(train, held_out[name]), flush=True)
        train.z = held_out[name]
        sets[form] = train
    matcher = Matcher(f'{LEXICON}/vectors.bin')
    matcher.learn(sets)

    def cast(name, form):
        s = Set(work, name)
        s.z = held_out[name] if name in held_out else score(s, weights[form])
        matcher.rescore(s, form)
        return s

    for form, name in RANKED.items():
        train = cast(name, form)
        gain = 100 * (ranks(train, train.z) - ranks(train, held_out[name]))[:, 2]
        error = gain.std() / len(gain) ** 0.5
        print(form, 'ranking, cross-validated', show(train, train.z), f'gain {gain.mean():.2f}, standard error {error:.2f}', flush=True)
    return weights, matcher, cast


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
    weights, matcher, cast = learn_ranking()
    sets = {test: (cast(test, form), form) for form, tests in TESTS.items() for test in tests}
    for test, (s, form) in sets.items():
        if test != 'dev.foreign':
            print(form, test, show(s, s.z), flush=True)
    rows, labels, kinds, fold_of, full, worths = [], [], [], [], [], []
    for name, form in FORMS.items():
        own, foreign = cast(name, form), cast(FOREIGN[name], form)
        for s in (own, foreign):
            scores = s.z
            A, columns = signs(s, scores)
            rows.append(A)
            full.append(held(s, scores))
            labels += label_questions(s, scores, s is foreign)
            kinds += [name] * len(A)
            worths += [worth(g) for g in s.groups]
            f = folds(s.groups)
            fold_of += [f[g['article']] for g in s.groups]
    A, label, kind, fold, full = np.vstack(rows), np.array(labels), np.array(kinds), np.array(fold_of), np.concatenate(full)
    worths = np.array(worths)
    benchmark = worths > 1

    def weigh(values):
        """Each set's share of each label counts alike."""
        w = np.zeros(len(A))
        for name in FORMS:
            for value, share in values.items():
                here = (kind == name) & (label == value)
                w[here] = share * worths[here] / max(1, worths[here].sum())
        return w

    def about(use):
        use = use & (label != 2)
        w = weigh({0: 1, 1: 1, 3: 0.3})
        return fit_gate(A[use], label[use] > 0, columns, w[use], free=False, l2=GATE_L2['about'])

    def answers(use):
        use = use & (label > 0) & ~full & (kind != 'train.alone')
        w = weigh({1: 1, 2: 1, 3: 0.3})
        return fit_gate(A[use], label[use] != 2, columns, w[use], free=True, l2=GATE_L2['answers'])

    a, b = np.zeros(len(A)), np.zeros(len(A))
    for k in range(5):
        for gate, out_scores in ((about(fold != k), a), (answers(fold != k), b)):
            out_scores[fold == k] = A[fold == k] @ gate[0] + gate[1]
    own = (label == 1) & benchmark
    cuts = {form: np.quantile(a[own & (kind == RANKED[form])], share) for form, share in ABOUT_DECLINES.items()}
    cut_a = cuts['closed']
    cuts_b = {form: np.quantile(np.where(full, np.inf, b)[own & (kind == RANKED[form])], share) for form, share in ANSWERS_DECLINES.items()}
    least_open = cuts['open'] - cut_a
    no_a, no_b = a < np.where(kind == 'train.small', cuts['open'], cut_a), (b < np.where(kind == 'train.small', cuts_b['open'], cuts_b['closed'])) & ~full
    share = lambda no, which: f'{100 * no[which].mean():.1f}' if which.any() else '-'
    for name in FORMS:
        for whose, questions in (("the benchmark's", benchmark), ('ours', ~benchmark)):
            here = (kind == name) & questions
            mine, near = here & ((label == 1) | (label == 3)), here & (label == 2)
            for no, which in ((no_a, 'first'), (no_b, 'second'), (no_a | no_b, 'both')):
                print(name, whose, f'{which} declined, cross-validated: own found', share(no, here & (label == 1)), 'own', share(no, mine), 'foreign',
                      share(no, here & (label == 0)), 'near', share(no, near), f'balanced {50 * (1 - no[mine].mean() + no[near].mean()):.1f}', flush=True)
        here = kind == name
        mine, near = here & ((label == 1) | (label == 3)), here & (label == 2)
        print(name, f'AUC {100 * auc(a[mine], a[here & (label == 0)]):.1f} {100 * auc(b[mine], b[near]):.1f}')
    every = np.ones(len(A), bool)
    gates = {'about': (about(every), cut_a), 'answers': (answers(every), cuts_b['closed'])}
    more_open = cuts_b['open'] - cuts_b['closed']
    for name, (s, form) in sets.items():
        T, _ = signs(s, s.z)
        t = np.array([g['answerable'] for g in s.groups])
        va, vb = (T @ gate[0] + gate[1] - cut for gate, cut in gates.values())
        if form == 'open':
            probe = cast({'dev.open': 'dev', 'wikiqa.open': 'wikiqa'}.get(name, 'squad') + '.general', form)
            gate, cut = gates['about']
            least = np.quantile(signs(probe, probe.z)[0] @ gate[0] + gate[1] - cut, PROBES_DECLINED)
            print(name, f'cut moves by {least:.2f}')
            va, vb = va - max(least_open, least), vb - more_open
        no = (va < 0) | (vb < 0) & ~held(s, s.z)
        text = [f'own declined {100 * no[t].mean():.1f} (first gate {100 * (va[t] < 0).mean():.1f})'] if t.any() else []
        text += [f'others declined {100 * no[~t].mean():.1f} (first gate {100 * (va[~t] < 0).mean():.1f})']
        if t.any():
            text += [f'balanced {50 * ((~no[t]).mean() + no[~t].mean()):.1f}, AUC {100 * auc(va[t], va[~t]):.1f} {100 * auc(vb[t], vb[~t]):.1f}']
            r = ranks(s, s.z)
            text += ['with declining ' + ' / '.join(f'{100 * x:.1f}' for x in (r * ~no[t][:, None]).mean(0))]
        print(name, *text, flush=True)
    rounded = lambda w, n: {k: round(float(v), n) for k, v in w.items() if abs(v) > 0.5 * 10 ** -n}
    matcher.write(f'{out}/answer-map.bin')
    first = json.load(open(f'{LEXICON}/answer-ranker.json'))['first']
    second = {form: rounded(w, 4) for form, w in weights.items()}
    write('answer-ranker.json', {'first': first, 'second': second, 'match': matcher.weights()})
    write('answer-gates.json', {
        'openStrictness': round(float(least_open), 5),
        'openAnswers': round(float(more_open), 5),
        **{key: {'bias': round(float(gate[1] - cut), 5), 'weights': rounded(dict(zip(columns, gate[0])), 5)} for key, (gate, cut) in gates.items()},
    })


def write(name, content):
    with open(f'{out}/{name}', 'w', encoding='utf-8') as file:
        json.dump(content, file, indent='\t')
        file.write('\n')


main()
