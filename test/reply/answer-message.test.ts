import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createServices } from '../../commands/services.js';
import { decodeState, renderAnswer } from '../../src/reply/answer-message.js';
import { renderCard } from '../../src/reply/card-reply.js';
import { ALT_TEXT_MAX, CONTENT_MAX, CUSTOM_ID_MAX } from '../../src/reply/limits.js';
import { translator } from '../../src/reply/locales/catalogue.js';
import { contextMessage } from '../../src/reply/sentence-message.js';
import { showPlaces } from '../../src/reply/shown-sentence.js';
import { attributed, fixtureLibrary } from '../commands/fixture-library.js';

const t = translator('en-GB');

/** All sentences of one article with this text, said by somebody with a long name. */
function shownOf(text: string, details: { url?: string; name?: string } = {}) {
	const { url = 'https://gazette.example/a', name = 'Ada Moreau' } = details;
	const speakers = [{ name, description: 'mayor '.repeat(100), aliases: [] }];
	const said = [{ words: text, speaker: name }];
	const one = attributed({ id: 'a', title: 'Title '.repeat(60), publisher: 'Paper', text, url }, speakers, said);
	const services = createServices(fixtureLibrary([one]));
	const places = one.sentences.map((_, sentence) => ({ attributed: one, sentence }));
	return { ...services, shown: showPlaces(services.library, places.slice(0, 9)) };
}

/** What a reader sees of the block quotes of a message. */
function quoted(content: string): string {
	const lines = content.split('\n').filter((line) => line.startsWith('> '));
	return lines.map((line) => line.slice(2).replace(/\\([^0-9A-Za-z\s])/g, '$1')).join('\n');
}

const words = fc.array(fc.stringMatching(/^[a-z*_~`|[\]<>@#:./\\é“-]{1,30}$/), { minLength: 1, maxLength: 900 });

test('GIVEN any sentences THEN every page and every context fits a message, and its buttons fit theirs', () => {
	fc.assert(
		fc.property(words, (list) => {
			const { refs, shown } = shownOf(`A${list.join(' ')}.`, { url: `https://gazette.example/${'x'.repeat(300)}` });
			for (let page = 0; page < shown.length; page++) {
				const reply = renderAnswer(t, refs, { heading: '**Question**', shown, page }, 'private');
				expect(reply.content.length).toBeLessThanOrEqual(CONTENT_MAX - 60);
				for (const row of reply.rows ?? []) {
					for (const { custom_id } of row.components as { custom_id: string }[]) {
						expect(custom_id.length).toBeLessThanOrEqual(CUSTOM_ID_MAX);
						expect(decodeState(refs, custom_id)).not.toBeNull();
					}
				}
				expect(contextMessage(t, refs, { shown, index: page }).content.length).toBeLessThanOrEqual(CONTENT_MAX);
			}
		}),
		{ numRuns: 60 },
	);
});

test('GIVEN a sentence that fits THEN it is shown character for character', () => {
	const text = 'He said *this*: [a](b) <@1> #2, “and” `that` – at 10:30:12, see https://x.example/a_b.';
	const { refs, shown } = shownOf(text);
	expect(quoted(renderAnswer(t, refs, { heading: '', shown, page: 0 }, 'private').content)).toBe(text);
});

test('GIVEN a sentence that no message holds THEN it is cut between words, says so, and the context has all of it', () => {
	const text = `It began ${'and it went on '.repeat(400)}until the end.`;
	const { refs, shown } = shownOf(text);
	const { content } = renderAnswer(t, refs, { heading: '', shown, page: 0 }, 'private');
	const [start = '', rest = ''] = [quoted(content).slice(0, -1), /(\d+) more characters follow/.exec(content)?.[1]];
	expect(text.startsWith(start)).toBe(true);
	expect(start.length + Number(rest)).toBe(text.length);
	const context = contextMessage(t, refs, { shown, index: 0 });
	expect(context.attachments?.[0]?.data.toString()).toBe(text);
});

test('GIVEN a public answer THEN its owner stands on the button that deletes it, and Share is not there', () => {
	const { refs, shown } = shownOf('One. Two. Three. Four. Five.');
	const { rows } = renderAnswer(t, refs, { heading: '', shown, page: 0 }, { owner: '123456789012345678' });
	expect(JSON.stringify(rows)).toContain('delete:123456789012345678');
	expect(JSON.stringify(rows)).not.toContain('share:');
});

test.each([
	['the longest words that a card takes', `${'x'.repeat(7)} `.repeat(99)],
	['a very long name', 'Short.'],
])('GIVEN %s THEN the description of the picture holds the whole quotation', async (_case, text) => {
	const { shown } = shownOf(text.trim(), { name: 'Name '.repeat(40).trim() });
	const [one] = shown;
	if (!one) throw new Error('the text has no sentence');
	const [picture] = (await renderCard(t, one)).attachments ?? [];
	expect(picture?.alt).toContain(text.trim());
	expect(picture?.alt?.length).toBeLessThanOrEqual(ALT_TEXT_MAX);
});

test.each([
	['words too long for a picture', `${'long '.repeat(300)}.`],
	['letters that no font here has', '“我们不会关闭图书馆。”'],
])('GIVEN %s THEN the card is words alone and says why', async (_case, text) => {
	const [one] = shownOf(text).shown;
	if (!one) throw new Error('the text has no sentence');
	const card = await renderCard(t, one);
	expect(card.attachments).toBeUndefined();
	expect(card.content).toMatch(/card/);
});
