"""Trains the first look, which chooses the candidates for the second, on the dumps of `dump.mjs --first`.
   python3 training/answers/first.py training/out/answers data/lexicon
"""
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import numpy as np

from rank import CROSSED_FIRST, Set, cross_validate, fit, matrix, ranks, show

L2, CROSS_SCALE = 3.0, 0.3
SETS = {'open': 'train.small.first', 'closed': 'train.closed.first'}
CHOSEN = (10, 12, 16, 20, 30, 60)


def main():
    work, out = sys.argv[1:3]
    path = f'{out}/answer-ranker.json'
    weights = json.load(open(path))
    for form, name in SETS.items():
        train = Set(work, name)
        X, names = matrix(train, crossed=CROSSED_FIRST)
        options = dict(l2=L2, scale=np.array([CROSS_SCALE if '*' in n else 1 for n in names], np.float32), iterations=60)
        z = cross_validate(train, X, 3, **options)
        print(form, 'cross-validated', show(train, z), '| right one chosen, of 10, 12, …', found(train, z), flush=True)
        weights['first'][form] = {n: round(float(w), 4) for n, w in zip(names, fit(X, train.y, train.groups, **options)) if abs(w) > 5e-5}
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(weights, file, indent='\t')
        file.write('\n')


def found(s, z):
    """-> for each of CHOSEN, how often a right sentence is among so many."""
    counts, total = np.zeros(len(CHOSEN)), 0
    for g in s.groups:
        if g['answerable']:
            order = np.argsort(-z[g['o']:g['o'] + g['n']], kind='stable')
            right = np.array(g['right'], bool)[order]
            counts += [right[:n].any() for n in CHOSEN]
            total += 1
    return ' '.join(f'{100 * c / total:.1f}' for c in counts)


main()
