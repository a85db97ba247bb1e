"""The tagger: a dilated gated convolution over a paragraph, a cue head, and a role head that reads it once per cue.

Everything is laid out [batch, channel, token] and every matrix is a convolution: Debian's torch multiplies plain
matrices twenty times slower than it convolves.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

from data import (
    BUCKETS, CONTENT_BEGIN, DISTANCE_BUCKETS, DISTANCE_MAX, FIRST, LEMMA, MARK, SENTENCE, SHAPE, SOURCE_BEGIN, SUFFIX,
    TAG, VECTOR, WORD,
)

LABELS = 5
VECTOR_WIDTH = 100
BUCKET_TABLE = torch.tensor(BUCKETS)


class Dropout:
    """Dropout whose masks are cut from one pool at a random place: drawing every mask anew took a sixth of the time."""

    POOL = 1 << 22

    def __init__(self, rate):
        self.rate, self.pool = rate, None

    def __call__(self, x, training):
        if not training:
            return x
        if self.pool is None:
            self.pool = (torch.rand(self.POOL) >= self.rate).float() / (1 - self.rate)
        count = x.numel()
        if count >= self.POOL:
            return F.dropout(x, self.rate, True)
        start = int(torch.randint(self.POOL - count, ()))
        return x * self.pool[start:start + count].view(x.shape)


class ChannelNorm(nn.Module):
    """Layer norm over the channels of every token."""

    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.bias = nn.Parameter(torch.zeros(width))

    def forward(self, x):
        return F.layer_norm(x.transpose(1, 2), self.weight.shape, self.weight, self.bias).transpose(1, 2)


class Gated(nn.Module):
    """norm(x + relu(a) * sigmoid(b)), where a and b are one convolution of width 3."""

    def __init__(self, width, dilation, dropout):
        super().__init__()
        self.conv = nn.Conv1d(width, 2 * width, 3, padding=dilation, dilation=dilation)
        self.norm = ChannelNorm(width)
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        a, b = self.conv(self.dropout(x, self.training)).chunk(2, 1)
        return self.norm(x + torch.relu(a) * torch.sigmoid(b)) * mask


class Tagger(nn.Module):
    def __init__(self, vectors, vocabulary, width=128, layers=5, pair=64, pair_layers=2, words=32, lemmas=16):
        super().__init__()
        self.vectors = nn.Embedding(vocabulary.size('vectors'), VECTOR_WIDTH)
        self.vectors.weight.data = torch.cat([torch.zeros(1, VECTOR_WIDTH), torch.tensor(vectors)])
        self.vectors.weight.requires_grad = False
        self.embeddings = nn.ModuleDict({
            'words': nn.Embedding(vocabulary.size('words'), words),
            'lemmas': nn.Embedding(vocabulary.size('lemmas'), lemmas),
            'suffixes': nn.Embedding(vocabulary.size('suffixes'), 12),
            'tags': nn.Embedding(18, 16),
            'shapes': nn.Embedding(8, 6),
            'marks': nn.Embedding(6, 8),
            'first': nn.Embedding(2, 3),
            'sentence': nn.Embedding(5, 3),
        })
        for e in self.embeddings.values():
            e.weight.data.mul_(0.3)
        self.dropout, self.head_dropout = Dropout(0.35), Dropout(0.2)
        self.columns = [WORD, LEMMA, SUFFIX, TAG, SHAPE, MARK, FIRST, SENTENCE]
        self.input = nn.Conv1d(VECTOR_WIDTH + sum(e.embedding_dim for e in self.embeddings.values()), width, 1)
        self.encoder = nn.ModuleList([Gated(width, 2 ** i, 0.15) for i in range(layers)])
        self.cue_hidden, self.cue_out = nn.Conv1d(width, 64, 1), nn.Conv1d(64, 3, 1)
        # Only for training: any role, without a cue, teaches the encoder where contents and sources end.
        self.any_role = nn.Conv1d(width, LABELS, 1)
        self.token, self.cue = nn.Conv1d(width, pair, 1), nn.Conv1d(width, pair, 1)
        self.distance, self.relation = nn.Embedding(DISTANCE_BUCKETS, pair), nn.Embedding(10, pair)
        self.distance.weight.data.mul_(0.3)
        self.relation.weight.data.mul_(0.3)
        self.pair = nn.ModuleList([Gated(pair, 3 ** i, 0.1) for i in range(pair_layers)])
        self.role_out = nn.Conv1d(pair, LABELS, 1)
        self.transitions = nn.Parameter(torch.zeros(LABELS + 1, LABELS))
        forbidden = torch.zeros(LABELS + 1, LABELS)
        for before in range(LABELS + 1):
            for begin in (CONTENT_BEGIN, SOURCE_BEGIN):
                if before not in (begin, begin + 1):
                    forbidden[before, begin + 1] = -1e4
        self.register_buffer('forbidden', forbidden)

    def encode(self, features, mask):
        """Features [batch, token, column] to states [batch, channel, token]."""
        parts = [self.vectors(features[..., VECTOR])]
        parts += [e(features[..., c]) for e, c in zip(self.embeddings.values(), self.columns)]
        x = self.dropout(torch.cat(parts, -1), self.training).transpose(1, 2)
        h = self.input(x) * mask
        for layer in self.encoder:
            h = layer(h, mask)
        return self.dropout(h.contiguous(), self.training)

    def cue_scores(self, states):
        return self.cue_out(self.head_dropout(torch.relu(self.cue_hidden(states)), self.training))

    def role_scores(self, states, mask, unit, first, last, relation):
        """Label scores [cue, label, token] of every token for every cue (`unit` = its row in the batch)."""
        tokens, cues = self.token(states), self.cue(states)
        cue = (cues[unit, :, first] + cues[unit, :, last]) * 0.5
        place = torch.arange(states.shape[2])[None]
        away = torch.where(place < first[:, None], place - first[:, None], (place - last[:, None]).clamp(min=0))
        near = self.distance(BUCKET_TABLE[away.clamp(-DISTANCE_MAX, DISTANCE_MAX) + DISTANCE_MAX])
        fixed = (near + self.relation(relation)).transpose(1, 2)
        x = torch.relu(tokens[unit] + cue[:, :, None] + fixed) * mask[unit]
        for layer in self.pair:
            x = layer(x, mask[unit])
        return self.role_out(self.head_dropout(x.contiguous(), self.training))

    def chain(self):
        return self.transitions + self.forbidden

    def role_loss(self, scores, labels, lengths):
        """Negative log-likelihood of the gold label sequences under the linear chain."""
        chain = self.chain()
        scores = scores.permute(2, 0, 1)
        rows = torch.arange(scores.shape[1])
        total = scores[0] + chain[LABELS]
        gold = total[rows, labels[:, 0]]
        for t in range(1, scores.shape[0]):
            step = torch.logsumexp(total[:, :, None] + chain[None, :LABELS], 1) + scores[t]
            alive = t < lengths
            total = torch.where(alive[:, None], step, total)
            add = chain[labels[:, t - 1], labels[:, t]] + scores[t][rows, labels[:, t]]
            gold = gold + torch.where(alive, add, torch.zeros(()))
        return torch.logsumexp(total, 1) - gold
