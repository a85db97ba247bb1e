import { describe, expect, test } from 'vitest';
import { parseCorrections } from '../../src/article/parse-corrections.js';
import { sliceSpan } from '../../src/text/span.js';

const text = 'The pier stays. “We keep it,” she said.\nIt is the “best pier” in the north. The pier stays.';
const parse = (source: string) => parseCorrections(source, text, 'pier.corrections.yaml');

describe('GIVEN a file of corrections', () => {
	test('THEN each is about the words of the article, whatever marks and white space they are given in', () => {
		const read = parse(
			'- sentence: \'"We  keep it,"\'\n  speaker: Ingrid Solberg\n- sentence: best pier\n  quotation: false\n',
		);
		const found = 'corrections' in read ? read.corrections : [];
		expect(found.map(({ span, speaker }) => [sliceSpan(text, span), speaker])).toEqual([
			['“We keep it,”', 'Ingrid Solberg'],
			['best pier', null],
		]);
	});

	test('WHEN it is empty THEN nothing is corrected', () => {
		expect(parse('# nothing yet\n')).toEqual({ corrections: [] });
	});

	test.each([
		['no list', 'sentence: best pier', '1', /expected a list/],
		['no YAML', '- sentence: "best', '', /is not YAML/],
		['words that are not there', '- sentence: worst pier\n  speaker: A', '1', /has no words "worst pier"/],
		['words that are there twice', '- sentence: The pier stays.\n  speaker: A', '1', /more than once/],
		['neither', '- sentence: best pier', '1', /either speaker/],
		['both', '- sentence: best pier\n  speaker: A\n  quotation: false', '1', /either speaker/],
		[
			'an unknown field in the second entry',
			'- sentence: best pier\n  speaker: A\n- sentence: north\n  who: A',
			'3',
			/who/,
		],
	])('WHEN it has %s THEN the problem is named with its line', (_case, source, line, reason) => {
		const read = parse(source);
		const problems = 'problems' in read ? read.problems : [];
		expect(problems[0]?.where).toContain(`pier.corrections.yaml:${line}`);
		expect(problems.map((problem) => problem.reason).join('\n')).toMatch(reason);
	});
});
