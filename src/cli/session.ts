import { createInterface } from 'node:readline/promises';
import { readByteLines } from '../article/read-byte-lines.js';
import { openLibraryFor } from './open-library-for.js';
import { oneLine, pageFor } from './page.js';
import { SessionTalk } from './session-talk.js';
import { processTerminal, type Terminal, write } from './terminal.js';

/** No question is longer. */
const LINE_BYTES_MAX = 64 * 1024;

const HOW_TO_ASK = `Nothing was asked: standard input is empty. Ask in one of these ways:

  npm start                              in a terminal: a page to try the bot on
  npm start -- --terminal                ask and ask on in the terminal
  npm start <questions.txt               one question a line
  npm run --silent onrecord -- ask "…"   one question

With DISCORD_TOKEN in the environment or in .env, npm start runs the bot on
Discord instead; README.md says how to get one.
`;

/**
 * The terminal session: answers questions, one a line, until the input ends. At a terminal it greets, prompts and keeps
 * a history; with nothing to read at all it explains itself.
 */
export async function runSession(terminal: Terminal = processTerminal()): Promise<void> {
	const library = await openLibraryFor(terminal, {});
	const talk = new SessionTalk(library, pageFor(terminal.stdout, terminal.env));
	if (terminal.stdin.isTTY && terminal.stdout.isTTY) await converse(terminal, talk);
	else await answerPipe(terminal, talk);
}

async function converse(terminal: Terminal, talk: SessionTalk): Promise<void> {
	const lines = createInterface({ input: terminal.stdin, output: terminal.stdout, prompt: '\n? ', historySize: 200 });
	lines.on('SIGINT', () => lines.close());
	await write(terminal.stdout, `\n${talk.greet()}`);
	lines.prompt();
	for await (const line of lines) {
		const reply = talk.reply(line);
		if (reply === null) break;
		if (reply !== '') await write(terminal.stdout, `\n${reply}`);
		lines.prompt();
	}
	lines.close();
	await write(terminal.stdout, '\nGoodbye.\n');
}

async function answerPipe(terminal: Terminal, talk: SessionTalk): Promise<void> {
	let asked = 0;
	for await (const { bytes } of readByteLines(terminal.stdin, LINE_BYTES_MAX)) {
		const line = bytes === null ? '' : Buffer.from(bytes).toString('utf8').trim();
		const reply = talk.reply(line);
		if (reply === null) return;
		if (reply === '') continue;
		await write(terminal.stdout, `${asked > 0 ? '\n' : ''}? ${oneLine(line)}\n\n${reply}`);
		asked += 1;
	}
	if (asked === 0) await write(terminal.stdout, `${talk.greet()}\n${HOW_TO_ASK}`);
}
