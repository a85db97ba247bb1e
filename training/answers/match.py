"""Learns when a sentence's words are near a question's: a linear map of the question's word vectors, and two measures.

cover    share of the question's rarity that is met, each mapped word by the sentence's nearest (cosine); all words
         count, for "when" may be mapped near a weekday and "why" near "because"
meaning  cosine of the question's mean word, mapped, and the sentence's
"""
import os

os.environ.setdefault('OMP_NUM_THREADS', '1')
import numpy as np
import torch
import torch.nn.functional as F

from rank import WIDTH, folds

torch.set_num_threads(1)
# At most so many candidates of a question (SECOND_LOOKS in ranker.ts), words of it (WORDS_MAX in likeness.ts) and, for training
# alone, words of a sentence.
CANDIDATES, TERMS, WORDS = 16, 16, 48
EPOCHS, RATE, BATCH = 3, 2e-3, 32
# How strongly the map is held near doing nothing.
HOLD = 3e-3
FOLDS = 3
# Steps of a stored value: of the means in the dumps (sentence-means.ts), of the map (answer-map.ts).
MEAN_STEPS, MAP_STEPS = 158, 8192


class Matcher:
    """The map of all training articles, and those without a third of them, which score the questions on that third."""

    def __init__(self, vectors_file):
        values = np.fromfile(vectors_file, dtype=np.int8).reshape(-1, WIDTH).astype(np.float32)
        # The last row, of zeros, stands for no word.
        self.vectors = np.vstack([values / (np.linalg.norm(values, axis=1, keepdims=True) + 1e-9), np.zeros((1, WIDTH))]).astype(np.float32)
        self.none = len(values)

    def learn(self, trained):
        """trained: set by form, with its scores without the map as `z`, held out."""
        self.forms = list(trained)
        sets = list(trained.values())
        self.fold = folds([g for s in sets for g in s.groups], FOLDS)
        data = [self._tensors(s) for s in sets]
        self.maps, self.mixes = [], []
        for k in range(FOLDS + 1):
            use = [torch.tensor([self.fold[g['article']] != k for g in s.groups]) & (d[5].sum(1) > 0) for s, d in zip(sets, data)]
            W, mix = self._fit(data, use)
            self.maps.append(W)
            self.mixes.append(mix)
            print('map', k, 'weights of score, cover, meaning', {f: m.round(2).tolist() for f, m in zip(self.forms, mix)}, flush=True)
        self.mapped = [self._unit(self.vectors @ W) for W in self.maps]

    def weights(self):
        """-> by form, what the score without the map and both measures weigh."""
        return {f: dict(zip(('score', 'cover', 'meaning'), (round(float(w), 4) for w in mix))) for f, mix in zip(self.forms, self.mixes[-1])}

    def write(self, file):
        """One row for each value of a mapped vector."""
        np.round(self.maps[-1].T * MAP_STEPS).astype('<i2').tofile(file)

    def rescore(self, s, form):
        """Mixes both measures into the scores `z`. A training question is measured by the map that was learned without its
        article."""
        rescored = np.zeros(len(s.X), np.float32)
        for g in s.groups:
            k = self.fold.get(g['article'], FOLDS)
            if not g['n']:
                continue
            here = slice(g['o'], g['o'] + g['n'])
            scale, *weights = self.mixes[k][self.forms.index(form)]
            rescored[here] = scale * s.z[here]
            if g['words']:
                rescored[here] += self._measure(s, g, k, range(g['n'])) @ np.array(weights)
        s.z = rescored

    def _measure(self, s, g, k, candidates):
        """-> cover and meaning of each candidate."""
        mapped = self.mapped[k]
        asked = g['words'][:TERMS]
        rows, rarity = [row for row, _ in asked], np.array([r for _, r in asked], np.float32)
        question = self._unit((rarity @ self.vectors[rows]) @ self.maps[k])
        places = [g['sentences'][i] for i in candidates]
        found = [s.sentences[p] for p in places]
        near = [np.maximum((mapped[rows] @ self.vectors[words].T).max(1), 0) if words else np.zeros(len(rows)) for words in found]
        return np.column_stack([np.array(near) @ rarity / rarity.sum(), s.means[places].astype(np.float32) / MEAN_STEPS @ question])

    @staticmethod
    def _unit(v):
        return v / (np.linalg.norm(v, axis=-1, keepdims=True) + 1e-9)

    def _tensors(self, s):
        """Question words, their rarity, sentence words, sentence means, scores and right ones of the first candidates."""
        lists = [[] for _ in range(6)]
        for g in s.groups:
            score, right = s.z[g['o']:g['o'] + g['n']], s.y[g['o']:g['o'] + g['n']]
            order = np.argsort(-score, kind='stable')[:CANDIDATES]
            left = CANDIDATES - len(order)
            asked = g['words'][:TERMS]
            places = [g['sentences'][i] for i in order]
            row = (
                self._pad([r for r, _ in asked], TERMS),
                [r for _, r in asked] + [0.0] * (TERMS - len(asked)),
                [self._pad(s.sentences[p], WORDS) for p in places] + [[self.none] * WORDS] * left,
                np.vstack([s.means[places].astype(np.float32) / MEAN_STEPS, np.zeros((left, WIDTH), np.float32)]),
                list(score[order]) + [-1e4] * left,
                list(right[order]) + [0.0] * left,
            )
            for one, value in zip(lists, row):
                one.append(value)
        kinds = (torch.int32, torch.float32, torch.int32, torch.float32, torch.float32, torch.float32)
        return [torch.tensor(np.array(one), dtype=kind) for one, kind in zip(lists, kinds)]

    def _pad(self, rows, size):
        return rows[:size] + [self.none] * (size - len(rows))

    def _fit(self, data, use):
        """-> the map, and for each form the weights of score, cover and meaning, all trained together."""
        torch.manual_seed(0)
        table, same = torch.tensor(self.vectors), torch.eye(WIDTH)
        W = torch.nn.Parameter(torch.eye(WIDTH))
        mix = torch.nn.Parameter(torch.tensor([[1.0, 2.5, 2.5]] * len(data)))
        steps = torch.optim.Adam([{'params': [W], 'lr': RATE}, {'params': [mix], 'lr': 5 * RATE}])
        size = EPOCHS * sum(-(-int(u.sum()) // BATCH) for u in use)
        fall = torch.optim.lr_scheduler.LambdaLR(steps, lambda step: 1 - step / size)
        for _ in range(EPOCHS):
            batches = [(form, b) for form, u in enumerate(use) for b in torch.where(u)[0][torch.randperm(int(u.sum()))].split(BATCH)]
            for turn in torch.randperm(len(batches)).tolist():
                form, batch = batches[turn]
                terms, rarity, words, means, score, right = (part[batch] for part in data[form])
                cover, meaning = measures(table, W, terms, rarity, words, means)
                total = mix[form, 0] * score + mix[form, 1] * cover + mix[form, 2] * meaning
                loss = (torch.logsumexp(total, 1) - torch.logsumexp(total.masked_fill(right == 0, -1e9), 1)).mean()
                loss = loss + HOLD * ((W - same) ** 2).sum()
                steps.zero_grad()
                loss.backward()
                steps.step()
                fall.step()
        return W.detach().numpy(), mix.detach().numpy()


def measures(table, W, terms, rarity, words, means):
    b, c, n = words.shape
    plain = table[terms.long()]
    mapped = F.normalize(plain @ W, dim=-1)
    near = torch.bmm(mapped, table[words.long()].view(b, c * n, WIDTH).transpose(1, 2)).view(b, -1, c, n)
    # A sentence's missing words have cosine 0, as nothing has in common.
    near = near.amax(-1).clamp(min=0)
    share = rarity / (rarity.sum(1, keepdim=True) + 1e-6)
    question = F.normalize((plain * rarity[..., None]).sum(1) @ W, dim=-1)
    return (near * share[:, :, None]).sum(1), (means * question[:, None]).sum(-1)
