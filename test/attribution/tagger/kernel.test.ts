import { expect, test } from 'vitest';
import { analyseText } from '../../../src/attribution/analysed-text.js';
import { createKernel } from '../../../src/attribution/tagger/kernel.js';
import { createPlainKernel } from '../../../src/attribution/tagger/plain-kernel.js';
import { findCues } from '../../../src/attribution/tagger/read-cues.js';
import { loadWeights } from '../../../src/attribution/tagger/weights.js';
import { splitParagraphs } from '../../../src/text/split-paragraphs.js';

const fast = loadWeights(createKernel);
const plain = loadWeights(createPlainKernel);

const QUOTATION =
	'“We shall rebuild the bridge,” the mayor of Lowmere told residents on Monday, “and it will not cost you a penny.”';
const REPORT = 'Her deputy, Tom Ashby, had doubts: he believes the winter will be too long for that.';

test.each([
	['two paragraphs', `${QUOTATION}\n${REPORT}`],
	['paragraphs shorter than the network sees', 'Ashby said so.\nHe did, she said.\n“No,” she said.'],
	['one longer than is read at once', `${QUOTATION} ${REPORT} `.repeat(7)],
])('GIVEN both kernels and %s THEN they read the same off it, to the last bit', (_case, text) => {
	const analysed = analyseText(text, splitParagraphs(text, 'newline'));
	const readings = findCues(analysed, fast);
	expect(readings.length).toBeGreaterThan(1);
	expect(findCues(analysed, plain)).toEqual(readings);
});
