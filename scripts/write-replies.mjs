#!/usr/bin/env node
// Writes docs/replies.md: one reply of each kind, as the bot sends it, from the shipped articles. Run it after a build:
//   npm run build && node scripts/write-replies.mjs
import { writeFileSync } from 'node:fs';

const load = (path) => import(new URL(`../dist/${path}.js`, import.meta.url));
const { handlers } = await load('commands/index');
const { createServices } = await load('commands/services');
const { readConfig } = await load('src/config');
const { startBot } = await load('src/discord/start-bot');
const { openLibrary } = await load('src/library/open-library');
const { createLog } = await load('src/log');
const { startDiscord } = await load('src/preview/stand-in/stand-in');

const INTRODUCTION = `# What the bot says\n\nOne reply of each kind, from the shipped article; written by \`scripts/write-replies.mjs\`.`;

const library = await openLibrary();
const discord = await startDiscord();
const config = readConfig({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url });
const log = createLog('silent');
const bot = await startBot({ config, token: discord.token, handlers, services: createServices(library), log });
while (discord.commands.list(null).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));

const channel = discord.serverChannel();
const reader = discord.person({ name: 'reader', locale: 'en-GB' });
const leser = discord.person({ name: 'leserin', locale: 'de' });
const ask = (question) => reader.command(channel, 'ask', { question });
const check = (text) => reader.command(channel, 'check', { text });

const question = 'What does Zelensky say about a deal made without Ukraine?';
const unsettled = 'The talks took place in Geneva.';
const contradicted = 'The talks began on February 19, 2025.';
const altered =
	"Zelensky: “We will recognize any agreements made between Russia and the U.S. without Ukraine's participation.”";
const cut = '“We will not recognize any agreements made between Russia and the U.S.”';
const misattributed = '“We are pleased to see all efforts directed toward peace,” said Sergey Lavrov.';

const answer = await ask(question);
const samples = [
	['An answer', `/ask question: ${question}`, answer],
	['Its context', 'the button Context', await reader.click(answer, 'Context')],
	['A decline', '/ask question: Who won the 1998 world cup?', await ask('Who won the 1998 world cup?')],
	['A claim that the article contradicts', `/check text: ${contradicted}`, await check(contradicted)],
	['A claim that the article does not settle', `/check text: ${unsettled}`, await check(unsettled)],
	['A quotation that was cut short', `/check text: ${cut}`, await check(cut)],
	['A quotation that was altered', `/check text: ${altered}`, await check(altered)],
	['A quotation under the wrong name', `/check text: ${misattributed}`, await check(misattributed)],
	[
		'A quotation as a card',
		'/quote speaker: Wang Wenbin card: true',
		await reader.command(channel, 'quote', { speaker: 'Wang Wenbin', card: true }),
	],
	['Speakers', '/speakers', await reader.command(channel, 'speakers')],
	['Articles', '/articles', await reader.command(channel, 'articles')],
	['Help', '/help', await reader.command(channel, 'help')],
	['In German', '/quote speaker: Zelensky', await leser.command(channel, 'quote', { speaker: 'Zelensky' })],
];
writeFileSync(
	new URL('../docs/replies.md', import.meta.url),
	`${[INTRODUCTION, ...samples.map(render)].join('\n\n')}\n`,
);
await bot.stop();
await discord.close();

function render([title, asked, { message, labels, ephemeral }]) {
	const below = [
		...message.attachments.map(({ filename, description }) => `Picture ${filename}, described as: ${description}`),
		...(labels.length > 0 ? [`Buttons: ${labels.join(' · ')}`] : []),
		`Seen by ${ephemeral ? 'the reader alone' : 'everybody'}.`,
	];
	return [`## ${title}`, `\`${asked}\``, `\`\`\`\`markdown\n${message.content}\n\`\`\`\``, ...below].join('\n\n');
}
