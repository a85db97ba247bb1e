import { existsSync } from 'node:fs';
import { isArticleFile } from '../../article/parse-article-file.js';
import { readLibrary } from '../../article/read-library.js';
import type { AttributedText } from '../../attribution/attribute.js';
import type { Attribution } from '../../attribution/attribution.js';
import type { Span } from '../../text/span.js';
import { answerLines } from '../answer-lines.js';
import type { CliCommand } from '../command.js';
import { pageFor } from '../page.js';
import { renderAttributions } from '../render-attributions.js';
import { type Terminal, write } from '../terminal.js';

interface AttributeOptions {
	readonly json?: true;
	readonly jsonl?: true;
}

/** `onrecord attribute`: who said what in a text of the reader's own; no library takes part. */
export const addAttribute: CliCommand = (program, terminal) => {
	const command = program
		.command('attribute')
		.description('Find who said what in a text or an article file')
		.argument('[text...]', 'the text, or an article file (.md, .txt, .jsonl)')
		.option('--json', 'print one JSON object')
		.option('--jsonl', 'read one JSON object a line from standard input, write one a line')
		.action(async (words: readonly string[], options: AttributeOptions) => {
			const text = words.join(' ').trim();
			if (options.jsonl ? text !== '' : text === '') {
				command.error(
					`error: ${options.jsonl ? '--jsonl reads from standard input; leave the text out' : 'missing text'}`,
				);
			}
			// Loaded late: no other command needs it with a saved index.
			const { attribute } = await import('../../attribution/attribute.js');
			if (options.jsonl) await attributeStream(terminal, attribute);
			else if (isArticleFile(text) && existsSync(text)) await attributeFile(terminal, text, attribute, options);
			else await show(terminal, text, attribute(text), options);
		});
};

type Attribute = (text: string, paragraphs?: readonly Span[]) => AttributedText;

async function attributeStream(terminal: Terminal, attribute: Attribute): Promise<void> {
	const { z } = await import('zod');
	const { readRequest } = await import('../read-request.js');
	const schema = z.object({ text: z.string() });
	await answerLines(terminal, (line) => toJson(attribute(readRequest(schema, line, false).request.text)));
}

async function attributeFile(
	terminal: Terminal,
	file: string,
	attribute: Attribute,
	options: AttributeOptions,
): Promise<void> {
	for await (const { text, paragraphs } of readLibrary(file)) {
		await show(terminal, text, attribute(text, paragraphs), options);
	}
}

async function show(
	terminal: Terminal,
	text: string,
	found: AttributedText,
	{ json }: AttributeOptions,
): Promise<void> {
	const page = pageFor(terminal.stdout, terminal.env);
	await write(terminal.stdout, json ? `${JSON.stringify(toJson(found))}\n` : renderAttributions(page, text, found));
}

/** The contract's form: spans as pairs of numbers. */
function toJson({ attributions }: AttributedText): object {
	const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [start, end]);
	return {
		attributions: attributions.map(({ kind, content, cue, source, speaker, confidence }: Attribution) => ({
			kind,
			content: pairs(content),
			cue: pairs(cue),
			source: pairs(source),
			speaker,
			confidence,
		})),
	};
}
