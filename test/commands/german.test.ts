import { expect, test } from 'vitest';
import { commandList } from '../../commands/index.js';
import { de } from '../../src/reply/locales/de.js';
import { en } from '../../src/reply/locales/en.js';
import { startTestBot } from './start-test-bot.js';

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

test.each(Object.keys(en) as (keyof typeof en)[])('GIVEN “%s” THEN German has the same gaps', (key) => {
	expect(placeholders(de[key])).toEqual(placeholders(en[key]));
});

test('GIVEN commands and options THEN each description is there in German, and no name changes', () => {
	for (const command of commandList) {
		expect(command.name_localizations).toBeUndefined();
		if ('description' in command) expect(command.description_localizations?.de).toBeTruthy();
		for (const option of ('options' in command && command.options) || []) {
			expect(option.description_localizations?.de).toBeTruthy();
		}
	}
});

test('GIVEN a German reader THEN replies are German and words of articles are not', async () => {
	const { discord } = await startTestBot();
	const reader = discord.person({ name: 'leserin', locale: 'de' });
	const place = discord.directMessage();
	const answer = await reader.command(place, 'quote', { speaker: 'Moreau' });
	expect(answer.text).toContain('**Zitate von Ada Moreau**');
	expect(answer.text).toContain('“People on the island need the boat.”');
	expect(answer.text).toContain('wörtlich zitiert\n-# „Ferry');
	expect(answer.text).toContain('3. Mai 2024, Absatz 2');
	expect((await reader.click(answer, 'Context')).text).toContain('Zum Kopieren:');
	for (const [name, options, words] of [
		['ask', { question: 'wer zähmt die Drachen vom Mars?' }, 'Das steht nicht in den Artikeln.'],
		['check', { text: 'The council would vote in July.' }, '**Scheint im Widerspruch zu stehen:**'],
		['speakers', {}, '2-mal wörtlich zitiert'],
		['articles', {}, '**2 Artikel**'],
		['help', {}, 'Drei Fragen'],
		['privacy', {}, 'behalte ich nichts'],
	] as const) {
		expect((await reader.command(place, name, options)).text).toContain(words);
	}
	expect(discord.violations).toEqual([]);
});
