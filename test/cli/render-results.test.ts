import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/answer/answer.js';
import type { Article } from '../../src/article/article.js';
import { pageFor } from '../../src/cli/page.js';
import { renderAnswer } from '../../src/cli/render-results.js';
import { collectScreen } from './run-in-process.js';

const ARTICLE: Article = {
	id: 'harbour',
	title: 'Harbour to reopen',
	text: 'The mayor, Ada Quill, told residents: “The harbour opens on Monday, and nobody will pay for a berth this year.”',
	published: '2031-05-04',
	publisher: 'The Tidewater Post',
	paragraphs: [],
};
const ATTRIBUTED = { article: ARTICLE, sentences: [], attributions: [], speakers: [] };
const RESULT: Result = {
	article: 'harbour',
	start: 0,
	end: ARTICLE.text.length,
	text: ARTICLE.text,
	kind: 'direct',
	speaker: { name: 'Ada Quill', description: 'mayor' },
	cue: null,
	confidence: 0.9,
	paragraph: 1,
	score: 1,
};

function render(results: readonly Result[], { answered = true, env = {}, columns = 80 } = {}): string {
	const page = pageFor(collectScreen({ isTTY: true, columns }).stream, { TERM: 'xterm', ...env });
	return renderAnswer(page, { answered, results }, (id) => (id === ARTICLE.id ? ATTRIBUTED : undefined));
}

const plain = { env: { NO_COLOR: '1' } };

test('GIVEN an answer THEN it reads as a quotation with its speaker and place', () => {
	expect(render([RESULT], plain)).toBe(
		[
			'  > The mayor, Ada Quill, told residents: “The harbour opens on Monday, and',
			'  > nobody will pay for a berth this year.”',
			'  — Ada Quill, mayor, quoted directly',
			'    “Harbour to reopen”, The Tidewater Post, 4 May 2031, paragraph\u00a01, [harbour]',
			'',
		].join('\n'),
	);
});

test.each([
	['a speaker who is not sure', { confidence: 0.4 }, '— appears to be Ada Quill, mayor, quoted directly'],
	['no speaker', { speaker: null, kind: 'reported' as const }, '— speaker not named, reported by the article'],
	['narration', { speaker: null, kind: 'narration' as const }, "— the article's own words"],
	['a quotation in part', { kind: 'mixed' as const }, '— Ada Quill, mayor, quoted in part'],
	['an article without a date', { article: 'other' }, '    other, paragraph\u00a01, [other]'],
])('GIVEN %s THEN words say so', (_case, change, line) => {
	expect(render([{ ...RESULT, ...change }], plain)).toContain(line);
});

describe('GIVEN nothing that answers', () => {
	test('THEN the nearest sentences are labelled as such', () => {
		const text = render([RESULT], { answered: false, ...plain });
		expect(text).toMatch(/^The articles do not say\.\n\nClosest, but not an answer:\n\n {2}> The mayor/);
	});

	test('THEN without a near sentence that is all', () => {
		expect(render([], { answered: false, ...plain })).toBe('The articles do not say.\n');
	});
});

describe('GIVEN a terminal', () => {
	test('THEN its width is kept to, wide letters counted as two', () => {
		const text = render([{ ...RESULT, text: '漢字'.repeat(30) }], { ...plain, columns: 40 });
		expect(Math.max(...text.split('\n').map((line) => line.replace(/[漢字]/g, 'xx').length))).toBe(40);
	});

	test('THEN colour adds nothing but colour', () => {
		const esc = String.fromCharCode(27);
		const colored = render([RESULT]);
		expect(colored).toContain(`${esc}[1mAda Quill`);
		expect(
			colored
				.split(esc)
				.map((part, i) => (i === 0 ? part : part.replace(/^\[\d+m/, '')))
				.join(''),
		).toBe(render([RESULT], plain));
	});

	test('THEN an article cannot steer it', () => {
		const esc = String.fromCharCode(27);
		expect(render([{ ...RESULT, text: `red ${esc}[31malert` }], plain)).toContain('red \ufffd[31malert');
	});
});
