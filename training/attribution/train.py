"""Trains the tagger.   /usr/bin/python3 train.py NAME [--all] [--epochs 10] …   (see README.md)"""

import argparse
import collections
import pathlib
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import data
from evaluate import evaluate, predict
from model import VECTOR_WIDTH, Tagger

LEXICON = pathlib.Path(__file__).parent / '../../data/lexicon'
# The most frequent words of the shared vectors; those behind them bring nothing here.
VECTORS = 30_000
LEARNING_RATE = 2e-3


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('name')
    parser.add_argument('--work', required=True, help='folder of the token dumps; the model goes there too')
    parser.add_argument('--all', action='store_true', help='train on all 840 articles, nothing held out')
    parser.add_argument('--epochs', type=int, default=10)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--batch', type=int, default=2500, help='tokens in a batch')
    for size, default in (('width', 128), ('layers', 5), ('pair', 64), ('pair-layers', 2), ('words', 32), ('lemmas', 16)):
        parser.add_argument(f'--{size}', type=int, default=default)
    return parser.parse_args()


def batches(units, size, shuffle):
    """Rows of units of like length, about `size` tokens each."""
    order = list(range(len(units)))
    if shuffle:
        random.shuffle(order)
    order.sort(key=lambda i: len(units[i].cue_labels) + (random.random() * 6 if shuffle else 0))
    out, row = [], []
    for i in order:
        if row and (len(row) + 1) * len(units[i].cue_labels) > size:
            out.append(row)
            row = []
        row.append(i)
    out.append(row)
    if shuffle:
        random.shuffle(out)
    return [[units[i] for i in row] for row in out]


def padded(rows, width, fill=0):
    out = np.full((len(rows), width) + rows[0].shape[1:], fill, dtype=np.int64)
    for k, row in enumerate(rows):
        out[k, : len(row)] = row
    return torch.from_numpy(out)


def tensors(batch):
    lengths = [len(u.cue_labels) for u in batch]
    width = max(lengths)
    mask = (torch.arange(width)[None] < torch.tensor(lengths)[:, None]).float()[:, None]
    return padded([u.features for u in batch], width), mask, width


def false_cues(batch, scores, labels):
    """Cues that the model now believes in and the annotators did not mark: each with its own probability."""
    doubtful = torch.softmax(scores.detach(), 1)[:, 1].clone()
    doubtful[labels != 0] = 0
    found = (torch.rand(doubtful.shape) < doubtful).nonzero().tolist()
    random.shuffle(found)
    found = found[: len(batch)]
    return [(row, t, t, np.zeros(len(batch[row].cue_labels), dtype=np.int64)) for row, t in found]


def loss_of(model, batch, tally):
    features, mask, width = tensors(batch)
    # Words the model has to do without now and then, so that it also reads the letters, tags and neighbours.
    for column, rate in ((data.WORD, 0.08), (data.LEMMA, 0.08), (data.VECTOR, 0.02)):
        features[..., column].masked_fill_(torch.rand(features.shape[:2]) < rate, 0)
    labels = padded([u.cue_labels for u in batch], width, -100)
    states = model.encode(features, mask)
    scores = model.cue_scores(states)
    cue_loss = F.cross_entropy(scores, labels, ignore_index=-100, reduction='sum')
    roles = padded([u.role_labels for u in batch], width, -100)
    any_loss = F.cross_entropy(model.any_role(states), roles, ignore_index=-100, reduction='sum')
    loss = (cue_loss + 0.15 * any_loss) / len(batch)
    cues = [(row, *cue) for row, u in enumerate(batch) for cue in u.cues]
    cues += false_cues(batch, scores, labels)
    if cues:
        unit, first, last = (torch.tensor([c[k] for c in cues]) for k in range(3))
        relation = padded([batch[c[0]].relation(c[1]) for c in cues], width)
        lengths = torch.tensor([len(c[3]) for c in cues])
        emissions = model.role_scores(states, mask, unit, first, last, relation)
        role_loss = model.role_loss(emissions, padded([c[3] for c in cues], width), lengths).sum()
        loss = loss + 0.5 * role_loss / len(batch)
        tally['role'] += role_loss.item()
        tally['cues'] += len(cues)
    tally['cue'] += cue_loss.item()
    tally['units'] += len(batch)
    return loss


def main():
    args = options()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    articles = data.load(f'{args.work}/train.tokens.jsonl')
    dev = data.load(f'{args.work}/dev.tokens.jsonl')
    train, held = data.split(articles)
    if args.all:
        train = articles
    words = open(LEXICON / 'vectors.txt', encoding='utf-8').read().split('\n')[:VECTORS]
    vectors = np.fromfile(LEXICON / 'vectors.bin', dtype=np.int8).reshape(-1, VECTOR_WIDTH)[:VECTORS] / np.float32(64)
    vocabulary = data.Vocabulary(train, words)
    sizes = dict(width=args.width, layers=args.layers, pair=args.pair, pair_layers=args.pair_layers, words=args.words,
                 lemmas=args.lemmas)
    model = Tagger(vectors, vocabulary, **sizes)
    parameters = [p for p in model.parameters() if p.requires_grad]
    train_units, held_units, dev_units = (data.units(a, vocabulary) for a in (train, held, dev))
    print(vars(args), {n: vocabulary.size(n) for n in vocabulary.lists}, sum(p.numel() for p in parameters), flush=True)
    optimizer = torch.optim.Adam(parameters, lr=LEARNING_RATE, weight_decay=1e-6)
    steps, step = args.epochs * len(batches(train_units, args.batch, True)), 0
    for epoch in range(args.epochs):
        began, tally = time.time(), collections.Counter()
        model.train()
        for batch in batches(train_units, args.batch, True):
            step += 1
            for group in optimizer.param_groups:
                group['lr'] = LEARNING_RATE * min(1, step / 100) * max(0.02, 1 - step / steps)
            loss = loss_of(model, batch, tally)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 5.0)
            optimizer.step()
            if step % 100 == 0 and epoch == 0:
                print(f'step {step} of {steps}, {time.time() - began:.0f} s', flush=True)
        score = evaluate(held, predict(model, batches(held_units, 4000, False), tensors, padded, 0.3))
        print(f"epoch {epoch} {time.time() - began:.0f} s cue {tally['cue'] / tally['units']:.3f} "
              f"role {tally['role'] / tally['cues']:.2f} ({tally['cues']}) | held-out {score}", flush=True)
        torch.save(dict(state=model.state_dict(), sizes=sizes, lists=vocabulary.lists), f'{args.work}/{args.name}.pt')
    print('dev', evaluate(dev, predict(model, batches(dev_units, 4000, False), tensors, padded, 0.3)), flush=True)


if __name__ == '__main__':
    main()
