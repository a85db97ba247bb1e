import { expect, test } from 'vitest';
import { analyseText } from '../../../src/attribution/analysed-text.js';
import { createKernel, createPlainKernel } from '../../../src/attribution/tagger/kernel.js';
import { findCues } from '../../../src/attribution/tagger/read-cues.js';
import { loadWeights } from '../../../src/attribution/tagger/weights.js';
import { splitParagraphs } from '../../../src/text/split-paragraphs.js';

const TEXT = [
	'“We shall rebuild the bridge,” the mayor of Lowmere told residents on Monday, “and it will not cost you a penny.”',
	'Her deputy, Tom Ashby, had doubts: he believes the winter will be too long for that.',
].join('\n');

test('GIVEN both kernels THEN they read the same off a text, to the last bit', () => {
	const analysed = analyseText(TEXT, splitParagraphs(TEXT, 'newline'));
	const fast = findCues(analysed, loadWeights(createKernel));
	const plain = findCues(analysed, loadWeights(createPlainKernel));
	expect(fast.length).toBeGreaterThan(1);
	expect(plain).toEqual(fast);
});
