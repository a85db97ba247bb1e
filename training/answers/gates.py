"""Declining: is a question about these articles at all, and does the best sentence answer it?"""
import numpy as np

from rank import minimize

# What can only speak for an answer: its weight is held at or above 0. In the training questions the unanswerable ones
# overlap their article more than the answerable ones (near misses were written in its own words); a free weight would
# learn to decline what fits best. Read off the best value of any candidate, off the first, and off what the ranking
# expects: the mean over the candidates, each with its chance of being right.
BEST = [
    'coverAny', 'coverNames', 'context', 'paragraph', 'names', 'others', 'carriedAll', 'articleCover',
    'localParagraph', 'bigrams', 'nearness', 'head', 'rarestHit', 'hits',
]
TOP = ['typeMatch', 'title', 'context', 'names', 'bigrams', 'speakerAsked']
EXPECTED = [
    'coverNames', 'context', 'names', 'rarestHit', 'hits', 'stop', 'title',
    'speakerAsked', 'typeMatch',
]
SHAPE = ['lead', 'rise', 'share', 'typed', 'here']
# What can only speak against one: the question's parts that no article holds; somebody's words asked for who has none.
AGAINST = ['unknown', 'unknownNames', 'typos', 'silent']
FREE = ['terms', 'nameShare', 'otherTerms']
# Where the first sentence, with its speaker, holds so much of the question, the second gate has nothing to say.
HELD = 0.95
# An article that the question does not find at all still has a logarithm.
HERE_LEAST = 0.1


def signs(s, z):
    """-> one row a question, read off the candidates in the article of the best one; and the names of the columns."""
    column = {name: i for i, name in enumerate(s.features)}
    best, top, expected = ([column[n] for n in names] for names in (BEST, TOP, EXPECTED))
    rows = []
    for g in s.groups:
        terms, unknown, names, unknown_names, typos = g['query']
        free = [terms, names, terms * (1 - names), *g['classes']]
        if g['n'] == 0:
            nothing = len(BEST) + len(TOP) + len(EXPECTED) + len(SHAPE) - 1
            rows.append([0.0] * nothing + [np.log(HERE_LEAST), -unknown, -unknown_names, -typos, 0, *free])
            continue
        X, w = s.X[g['o']:g['o'] + g['n']], z[g['o']:g['o'] + g['n']]
        articles = np.array(g['articles'])
        same = articles == articles[w.argmax()]
        X, w = X[same], w[same]
        first = w.argmax()
        chance = np.exp(w - w[first])
        chance /= chance.sum()
        second = np.sort(w)[-2] if len(w) > 1 else w[first] - 2
        context = X[:, column['context']]
        fitting = X[:, column['typeMatch']] >= 0
        typed = (context[fitting].max() if fitting.any() else 0) - context.max()
        here = np.log(HERE_LEAST + X[first, column['articleShare']])
        shape = [w[first] - second, w[first] - w.mean(), chance.max(), typed, here]
        silent = -1.0 if g['silent'][np.flatnonzero(same)[first]] else 0.0
        against = [-unknown, -unknown_names, -typos, silent]
        rows.append([*X[:, best].max(0), *X[first, top], *(chance @ X[:, expected]), *shape, *against, *free])
    names = [f'best.{n}' for n in BEST] + [f'top.{n}' for n in TOP] + [f'expected.{n}' for n in EXPECTED]
    return np.array(rows, np.float64), names + SHAPE + AGAINST + FREE + s.classes


def held(s, z):
    """-> for each question, whether the first sentence, with its speaker, holds nearly all of it."""
    covers = [s.features.index('coverNames'), s.features.index('speakerCover')]
    return np.array([g['n'] > 0 and s.X[g['o'] + z[g['o']:g['o'] + g['n']].argmax(), covers].max() >= HELD for g in s.groups])


def fit_gate(A, y, names, weights, free, l2):
    """Logistic regression with held signs. -> (weights on raw columns, bias)"""
    held = np.array(['.' in n or n in SHAPE + AGAINST for n in names])
    use = held | free
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
    """Chance that one of `yes` lies above one of `no`; equals count half."""
    values, place, count = np.unique(np.concatenate([yes, no]), return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    return (rank[:len(yes)].sum() - len(yes) * (len(yes) + 1) / 2) / (len(yes) * len(no))
