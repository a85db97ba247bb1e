"""Token dumps as arrays: the held-out split, the vocabularies, and the paragraph units that the tagger reads."""

import collections
import json

import numpy as np

# Distance from a cue, in tokens: finer close by. Signed, so there are 2 * len + 1 buckets. Mirrored in features.ts.
DISTANCE_STEPS = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 45, 70]
DISTANCE_BUCKETS = 2 * len(DISTANCE_STEPS) + 1
DISTANCE_MAX = 400

# Labels of the role head, for one cue.
OUTSIDE, CONTENT_BEGIN, CONTENT_INSIDE, SOURCE_BEGIN, SOURCE_INSIDE = range(5)

# Columns of the feature array of a unit.
VECTOR, WORD, LEMMA, SUFFIX, TAG, SHAPE, MARK, FIRST, SENTENCE = range(9)


def load(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def split(articles):
    """Training and held-out articles: every eighth one, the first hundred of them, is held out."""
    held = {i for i in range(len(articles)) if i % 8 == 7}
    held = set(sorted(held)[:100])
    return [a for i, a in enumerate(articles) if i not in held], [articles[i] for i in sorted(held)]


def ranked(counts, least):
    """Keys seen `least` times, most frequent first, ties by name, so that a vocabulary does not depend on file order."""
    return [k for k, n in sorted(counts.items(), key=lambda kn: (-kn[1], kn[0])) if n >= least]


class Vocabulary:
    """Index of every word, lemma and suffix; 0 stands for one never seen."""

    def __init__(self, articles, vector_words):
        words = collections.Counter(w for a in articles for w in a['words'])
        lemmas = collections.Counter(w for a in articles for w in a['lemmas'])
        suffixes = collections.Counter(w[-3:] for w in words)
        self.lists = {
            'vectors': vector_words,
            'words': ranked(words, 4),
            'lemmas': ranked(lemmas, 4),
            'suffixes': ranked(suffixes, 5),
        }
        self.index = {name: {w: i + 1 for i, w in enumerate(ws)} for name, ws in self.lists.items()}

    def size(self, name):
        return len(self.lists[name]) + 1


def bucket(distance):
    """Bucket of a signed token distance: 0 is the cue itself."""
    size = sum(1 for step in DISTANCE_STEPS if abs(distance) >= step)
    return size if distance >= 0 else len(DISTANCE_STEPS) + size


BUCKETS = np.array([bucket(d) for d in range(-DISTANCE_MAX, DISTANCE_MAX + 1)])


class Unit:
    """A paragraph (or two, joined by a colon): its features and its gold cues with their roles."""

    def __init__(self, article, number, start, end, vocabulary, owners):
        index = vocabulary.index
        self.article, self.start, self.end = number, start, end
        words, lemmas = article['words'][start:end], article['lemmas'][start:end]
        self.sentences = np.array(article['sentences'][start:end])
        self.stretches = np.array(article['stretches'][start:end])
        first = np.ones(end - start, dtype=np.int64)
        first[1:] = self.sentences[1:] != self.sentences[:-1]
        self.features = np.stack(
            [
                [index['vectors'].get(w, 0) for w in words],
                [index['words'].get(w, 0) for w in words],
                [index['lemmas'].get(w, 0) for w in lemmas],
                [index['suffixes'].get(w[-3:], 0) for w in words],
                article['tags'][start:end],
                article['shapes'][start:end],
                article['marks'][start:end],
                first,
                np.minimum(self.sentences - self.sentences[0], 4),
            ],
            axis=1,
        )
        self.cue_labels = np.zeros(end - start, dtype=np.int64)
        self.role_labels = np.zeros(end - start, dtype=np.int64)
        self.cues = []
        for k in sorted({owners[i] for i in range(start, end) if i in owners}):
            self._add(article['attributions'][k])

    def _add(self, attribution):
        cue = [i - self.start for i in attribution['cue'] if self.start <= i < self.end]
        self.cue_labels[cue[0]] = 1
        self.cue_labels[cue[1:]] = 2
        roles = np.zeros(self.end - self.start, dtype=np.int64)
        for label, tokens in ((CONTENT_BEGIN, attribution['content']), (SOURCE_BEGIN, attribution['source'])):
            inside = set(tokens)
            for i in tokens:
                if self.start <= i < self.end:
                    roles[i - self.start] = label + 1 if i - 1 in inside and i > self.start else label
        self.role_labels = np.where(self.role_labels == 0, roles, self.role_labels)
        self.cues.append((cue[0], cue[-1], roles))

    def relation(self, cue_start):
        """For each token: sentences away from the cue, clipped to two, and whether the two share a quoted stretch."""
        away = np.clip(self.sentences - self.sentences[cue_start], -2, 2) + 2
        shared = (self.stretches >= 0) & (self.stretches == self.stretches[cue_start])
        return away * 2 + shared


def units(articles, vocabulary):
    out = []
    for number, article in enumerate(articles):
        owners = {i: k for k, a in enumerate(article['attributions']) for i in a['cue']}
        for start, end in article['units']:
            out.append(Unit(article, number, start, end, vocabulary, owners))
    return out
