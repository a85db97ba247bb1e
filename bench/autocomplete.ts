import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { handlers } from '../commands/index.js';
import { createServices, type Services } from '../commands/services.js';
import { readConfig } from '../src/config.js';
import type { Command } from '../src/discord/command.js';
import { startBot } from '../src/discord/start-bot.js';
import { openLibrary } from '../src/library/open-library.js';
import { createLog } from '../src/log.js';
import { startDiscord } from '../src/preview/stand-in/stand-in.js';
import type { Library } from '../src/search/library.js';
import { inventArticles } from './synthetic-library.js';

/** The fields that offer choices. */
const FIELDS = [
	['ask', 'question'],
	['quote', 'speaker'],
	['speakers', 'article'],
] as const;

/** So many texts are typed into each field, letter by letter, and then with a letter missing. */
const TEXTS = 12;

/**
 * `autocomplete [--articles 200] [--words 500]`: types into every field that offers choices, through the real client and
 * the stand-in for Discord, with the shipped library and with an invented one. Prints what a keystroke costs in the bot
 * and from key to choices, and the first one after the start, which is the dearest.
 */
export async function run(args: readonly string[]): Promise<void> {
	const options = {
		articles: { type: 'string', default: '200' },
		words: { type: 'string', default: '500' },
	} as const;
	const { values } = parseArgs({ args: [...args], options });
	await measure('shipped library', await openLibrary());
	const folder = await mkdtemp(path.join(tmpdir(), 'onrecord-bench-'));
	try {
		const file = path.join(folder, 'invented.jsonl');
		const lines = [...inventArticles(Number(values.articles), Number(values.words))].map((one) => JSON.stringify(one));
		await writeFile(file, `${lines.join('\n')}\n`);
		await measure(`${values.articles} articles of ${values.words} words`, await openLibrary({ location: file }));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function measure(name: string, library: Library): Promise<void> {
	const inBot: number[] = [];
	const timed = { ...handlers, commands: handlers.commands.map((command) => timeChoices(command, inBot)) };
	const discord = await startDiscord();
	const config = readConfig({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url });
	const services = createServices(library);
	const bot = await startBot({ config, token: discord.token, handlers: timed, services, log: createLog('silent') });
	while (discord.commands.list(null).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
	const [reader, channel] = [discord.person({ name: 'reader' }), discord.serverChannel()];
	console.log(`${name}: ${library.sentences.count} sentences, ${library.speakers.length} speakers`);
	for (const [command, field] of FIELDS) {
		const withKeys: number[] = [];
		inBot.length = 0;
		for (const text of textsFor(field, library)) {
			for (const typed of keystrokes(text)) {
				const startedAt = performance.now();
				await reader.autocomplete(channel, command, field, typed);
				withKeys.push(performance.now() - startedAt);
			}
		}
		const first = (inBot[0] ?? 0).toFixed(1);
		console.log(`  ${field}: ${withKeys.length} keystrokes, in the bot ${quantiles(inBot)}, first ${first} ms`);
		console.log(`  ${' '.repeat(field.length)}  from key to choices ${quantiles(withKeys)}`);
	}
	await bot.stop();
	await discord.close();
}

/** The same command, with the time that each keystroke takes it written down. */
function timeChoices(command: Command<Services>, times: number[]): Command<Services> {
	const { autocomplete } = command;
	if (!autocomplete) return command;
	return {
		...command,
		autocomplete(interaction, request) {
			const startedAt = performance.now();
			const choices = autocomplete.call(command, interaction, request);
			times.push(performance.now() - startedAt);
			return choices;
		},
	};
}

/** What is typed into a field: the names and titles that are there; questions are made of both. */
function textsFor(field: (typeof FIELDS)[number][1], { speakers, articles }: Library): string[] {
	const names = speakers.slice(0, TEXTS).map(({ name }) => name);
	const titles = articles.slice(0, TEXTS).map(({ article }) => article.title);
	if (field === 'speaker') return names;
	return field === 'article' ? titles : names.map((name, i) => `what did ${name} say about ${titles[i] ?? titles[0]}`);
}

/** The text letter by letter from the empty field on, and then with a typing error. */
function keystrokes(text: string): string[] {
	const typed = Array.from({ length: Math.min(text.length, 60) + 1 }, (_, length) => text.slice(0, length));
	return [...typed, `${text.slice(0, 3)}${text.slice(4, 60)}`];
}

function quantiles(times: readonly number[]): string {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (share: number) =>
		(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
	return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}
