"""Listwise linear ranking: softmax over a question's candidates, all right sentences summed in the numerator."""
import os

os.environ.setdefault('OMP_NUM_THREADS', '1')
import json

import numpy as np
import torch

torch.set_num_threads(1)
WIDTH = 100


def minimize(loss, start, iterations=120, floor=None):
    """L-BFGS on a function that gives value and gradient. floor: least allowed value of each weight, or None."""
    w = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    steps = torch.optim.LBFGS([w], max_iter=iterations, history_size=10, line_search_fn='strong_wolfe', tolerance_change=1e-6)

    def closure():
        # Weights with a floor are squares, so that they stay above it.
        raw = w.detach().numpy()
        if floor is None:
            value, grad = loss(raw)
        else:
            value, grad = loss(np.where(floor, raw ** 2, raw))
            grad = np.where(floor, 2 * raw * grad, grad)
        w.grad = torch.tensor(grad, dtype=torch.float64)
        return torch.tensor(value, dtype=torch.float64)

    steps.step(closure)
    raw = w.detach().numpy()
    return raw if floor is None else np.where(floor, raw ** 2, raw)

# Measures whose worth depends on what kind of question it is: of the first look, and of the second.
CROSSED_FIRST = ['length', 'direct', 'reported', 'speakerNamed', 'date', 'money', 'reason', 'place', 'digits']
CROSSED = [
    'coverAny', 'coverNames', 'context', 'names', 'others', 'newNames', 'newNumbers', 'digits', 'date', 'money', 'reason', 'place',
    'typeMatch', 'quoteMarks', 'direct', 'reported', 'length', 'negation', 'firstPerson', 'pronounFirst', 'speakerAsked', 'speakerNamed',
    'definition', 'head', 'title', 'stop',
    'nearness', 'carriedAll', 'localCover',
]


class Set:
    def __init__(self, folder, name):
        meta = json.load(open(f'{folder}/{name}.json'))
        self.features, self.classes, self.groups = meta['features'], meta['classes'], meta['groups']
        self.X = np.fromfile(f'{folder}/{name}.f32', dtype=np.float32).reshape(-1, len(self.features))
        # Vector rows of each sentence's words, and its mean vector; none for the first look.
        self.sentences = meta['sentences']
        self.means = np.fromfile(f'{folder}/{name}.means.i8', dtype=np.int8).reshape(len(self.sentences), WIDTH)
        offset = 0
        for group in self.groups:
            group['o'], group['n'] = offset, len(group['right'])
            offset += group['n']
        self.y = np.array([r for g in self.groups for r in g['right']], dtype=np.float32)

    def col(self, name):
        return self.X[:, self.features.index(name)]


def matrix(s, drop=(), crossed=CROSSED):
    keep = [i for i, f in enumerate(s.features) if not any(f == d for d in drop)]
    names = [s.features[i] for i in keep]
    parts = [s.X[:, keep]]
    flags = np.repeat(np.array([g['classes'] for g in s.groups], np.float32), [g['n'] for g in s.groups], axis=0)
    for f in crossed:
        if f in drop:
            continue
        parts.append(s.col(f)[:, None] * flags)
        names += [f'{f}*{c}' for c in s.classes]
    return np.hstack(parts).astype(np.float32), names


def fit(X, y, groups, l2=3.0, weights=None, iterations=120, scale=1.0):
    """-> weights on the raw columns. l2 is on standardised columns; a scale below 1 holds a column's weight smaller."""
    use = [g for g in groups if g['answerable'] and g['n'] and y[g['o']:g['o'] + g['n']].any()]
    rows = np.concatenate([np.arange(g['o'], g['o'] + g['n']) for g in use])
    A, t = X[rows], y[rows]
    mean, sd = A.mean(0), A.std(0)
    sd = np.where(sd < 1e-6, 1e9, sd) / scale
    A = (A - mean) / sd
    sizes = np.array([g['n'] for g in use])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    gw = np.ones(len(use)) if weights is None else np.array([weights(g) for g in use])
    gw = gw / gw.mean()

    def loss(w):
        z = A @ w.astype(np.float32)
        top = np.maximum.reduceat(z, starts)
        e = np.exp(z - np.repeat(top, sizes)).astype(np.float64)
        s_all = np.add.reduceat(e, starts)
        s_right = np.add.reduceat(e * t, starts) + 1e-30
        value = (gw * (np.log(s_all) - np.log(s_right))).sum()
        d = e / np.repeat(s_all, sizes) - e * t / np.repeat(s_right, sizes)
        d *= np.repeat(gw, sizes)
        grad = A.T @ d.astype(np.float32)
        return value + l2 * (w ** 2).sum(), grad.astype(np.float64) + 2 * l2 * w

    w = minimize(loss, np.zeros(A.shape[1]), iterations)
    return (w / sd).astype(np.float32)


def folds(groups, k=5):
    articles = sorted({g['article'] for g in groups})
    np.random.RandomState(3).shuffle(articles)
    return {a: i % k for i, a in enumerate(articles)}


def cross_validate(s, X, k=5, **options):
    f = folds(s.groups, k)
    z = np.zeros(len(X), np.float32)
    for i in range(k):
        w = fit(X, s.y, [g for g in s.groups if f[g['article']] != i], **options)
        for g in s.groups:
            if f[g['article']] == i:
                z[g['o']:g['o'] + g['n']] = X[g['o']:g['o'] + g['n']] @ w
    return z


def ranks(s, z):
    """-> array of (hit@1, hit@3, reciprocal rank) of the answerable questions."""
    out = []
    for g in s.groups:
        if not g['answerable']:
            continue
        order = np.argsort(-z[g['o']:g['o'] + g['n']], kind='stable')[:3]
        r = next((i for i, j in enumerate(order) if g['right'][j]), None)
        out.append((r == 0, r is not None, 0 if r is None else 1 / (r + 1)))
    return np.array(out, float)


def show(s, z):
    return ' / '.join(f'{100 * x:.1f}' for x in ranks(s, z).mean(0))
