"""Writes a trained tagger as the bot reads it: int8 rows with a scale each.   export.py NAME --work WORK --out FOLDER"""

import argparse
import json
import os

import numpy as np
import torch

from data import DISTANCE_BUCKETS

EMBEDDINGS = ['words', 'lemmas', 'suffixes', 'tags', 'shapes', 'marks', 'first', 'sentence']


class Writer:
    """Floats begin at a multiple of four; the order is the one of src/attribution/tagger/weights.ts."""

    def __init__(self):
        self.data = bytearray()

    def floats(self, values):
        self.data += b'\0' * (-len(self.data) % 4)
        self.data += np.asarray(values, dtype='<f4').tobytes()

    def bytes(self, values):
        self.data += values.astype('int8').tobytes()

    def matrix(self, state, name):
        """A convolution [output, input, tap] as rows of its taps' inputs, one tap after the other."""
        weight = state[name + '.weight'].numpy()
        rows = weight.transpose(0, 2, 1).reshape(weight.shape[0], -1)
        scale = np.abs(rows).max(1) / 127 + 1e-12
        self.floats(scale)
        self.floats(state[name + '.bias'].numpy())
        self.bytes(np.round(rows / scale[:, None]))

    def table(self, values):
        scale = np.abs(values).max() / 127
        self.floats([scale])
        self.bytes(np.round(values / scale))

    def gated(self, state, name):
        self.matrix(state, name + '.conv')
        self.floats(state[name + '.norm.weight'].numpy())
        self.floats(state[name + '.norm.bias'].numpy())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('name')
    parser.add_argument('--work', required=True)
    parser.add_argument('--out', required=True)
    args = parser.parse_args()
    saved = torch.load(f'{args.work}/{args.name}.pt')
    state, sizes, lists = saved['state'], saved['sizes'], saved['lists']
    out = Writer()
    for name in EMBEDDINGS:
        out.table(state[f'embeddings.{name}.weight'].numpy())
    out.matrix(state, 'input')
    for layer in range(sizes['layers']):
        out.gated(state, f'encoder.{layer}')
    for name in ('cue_hidden', 'cue_out', 'token', 'cue'):
        out.matrix(state, name)
    out.floats(state['distance.weight'].numpy())
    out.floats(state['relation.weight'].numpy())
    for layer in range(sizes['pair_layers']):
        out.gated(state, f'pair.{layer}')
    out.matrix(state, 'role_out')
    out.floats((state['transitions'] + state['forbidden']).numpy())
    header = dict(
        width=sizes['width'], layers=sizes['layers'], pair=sizes['pair'], pairLayers=sizes['pair_layers'],
        vectors=len(lists['vectors']),
        embeddings=[list(state[f'embeddings.{name}.weight'].shape) for name in EMBEDDINGS],
        distances=DISTANCE_BUCKETS, relations=state['relation.weight'].shape[0],
        words=lists['words'], lemmas=lists['lemmas'], suffixes=lists['suffixes'],
    )
    os.makedirs(args.out, exist_ok=True)
    with open(f'{args.out}/tagger.bin', 'wb') as f:
        f.write(out.data)
    with open(f'{args.out}/tagger.json', 'w', encoding='utf-8') as f:
        json.dump(header, f, ensure_ascii=False, separators=(',', ':'))
        f.write('\n')
    for name in ('tagger.bin', 'tagger.json'):
        print(f'{name} {os.path.getsize(f"{args.out}/{name}") / 1e6:.2f} MB')


if __name__ == '__main__':
    main()
