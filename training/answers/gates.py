"""Declining: is a question about these articles at all, and does the best sentence answer it?"""
import numpy as np

from rank import minimize

# What can only speak for an answer: its weight is held at or above 0. In the training questions the unanswerable ones
# overlap their article more than the answerable ones (near misses were written in its own words); a free weight would
# learn to decline what fits best.
BEST = ['coverAny', 'coverNames', 'context', 'paragraph', 'names', 'others', 'relatedAny', 'soft', 'softContext', 'carriedAll', 'articleCover', 'localParagraph', 'meaning']
TOP = BEST + ['typeMatch', 'speakerCover', 'focus', 'bigrams', 'title']
SHAPE = ['lead', 'rise', 'share', 'typed']
# What can only speak against one: the question's parts that no article holds; somebody's words asked for who has none.
AGAINST = ['unknown', 'unknownNames', 'typos', 'silent']
FREE = ['terms', 'nameShare']


def signs(s, z):
    """-> one row a question, read off the candidates in the article of the best one; and the names of the columns."""
    column = {name: i for i, name in enumerate(s.features)}
    best = [column[n] for n in BEST]
    top = [column[n] for n in TOP]
    said = s.classes.index('said')
    rows = []
    for g in s.groups:
        terms, unknown, names, unknown_names, typos = g['query']
        if g['n'] == 0:
            rows.append([0.0] * (len(BEST) + len(TOP) + len(SHAPE)) + [-unknown, -unknown_names, -typos, 0, terms, names] + g['classes'])
            continue
        X, w = s.X[g['o']:g['o'] + g['n']], z[g['o']:g['o'] + g['n']]
        articles = np.array(g['articles'])
        same = articles == articles[w.argmax()]
        X, w = X[same], w[same]
        order = np.argsort(-w, kind='stable')
        e = np.exp(w - w.max())
        second = w[order[1]] if len(order) > 1 else w[order[0]] - 2
        context = X[:, column['softContext']]
        fitting = X[:, column['typeMatch']] >= 0
        typed = (context[fitting].max() if fitting.any() else 0) - context.max()
        shape = [w[order[0]] - second, w[order[0]] - w.mean(), 1 / e.sum(), typed]
        silent = -1.0 if g['classes'][said] and names > 0 and X[:, column['speakerAsked']].max() <= 0 else 0.0
        rows.append([*X[:, best].max(0), *X[order[0], top], *shape, -unknown, -unknown_names, -typos, silent, terms, names, *g['classes']])
    names = [f'best.{n}' for n in BEST] + [f'top.{n}' for n in TOP] + SHAPE + AGAINST + FREE + s.classes
    return np.array(rows, np.float64), names


def fit_gate(A, y, names, weights, free, l2=0.01):
    """Logistic regression with held signs. -> (weights on raw columns, bias)"""
    held = np.array([n not in FREE and '.' in n or n in SHAPE + AGAINST for n in names])
    use = np.array([True if held[i] else free for i in range(len(names))])
    mean, sd = A.mean(0), A.std(0) + 1e-6
    B = np.where(use, (A - mean) / sd, 0)
    B = np.hstack([B, np.ones((len(B), 1))])
    floor = np.append(held, False)
    t = np.where(y, 1.0, -1.0)

    def loss(w):
        m = -t * (B @ w)
        value = (weights * np.logaddexp(0, m)).sum() / weights.sum() + l2 * (w[:-1] ** 2).sum()
        d = -t / (1 + np.exp(-m)) * weights / weights.sum()
        return value, B.T @ d + np.append(2 * l2 * w[:-1], 0)

    w = minimize(loss, np.where(floor, 0.3, 0.0), 200, floor)
    raw = np.where(use, w[:-1] / sd, 0)
    return raw, w[-1] - (raw * mean).sum()


def auc(yes, no):
    order = np.argsort(np.concatenate([yes, no]))
    rank = np.empty(len(order))
    rank[order] = np.arange(1, len(order) + 1)
    return (rank[:len(yes)].sum() - len(yes) * (len(yes) + 1) / 2) / (len(yes) * len(no))
