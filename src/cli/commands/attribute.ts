import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { explainFileError } from '../../article/list-article-files.js';
import { isArticleFile } from '../../article/parse-article-file.js';
import { readLibrary } from '../../article/read-library.js';
import type { AttributedText } from '../../attribution/attribute.js';
import type { Attribution } from '../../attribution/attribution.js';
import type { PageArticle } from '../../attribution/explain/render-attribution-page.js';
import { UserError } from '../../errors.js';
import type { Span } from '../../text/span.js';
import { splitParagraphs } from '../../text/split-paragraphs.js';
import { answerLines } from '../answer-lines.js';
import type { CliCommand } from '../command.js';
import { pageFor } from '../page.js';
import { readRequest } from '../read-request.js';
import { renderAttributions } from '../render-attributions.js';
import { type Terminal, write } from '../terminal.js';

interface AttributeOptions {
	readonly json?: true;
	readonly jsonl?: true;
	readonly html?: string;
	readonly strict?: true;
}

/** `onrecord attribute`: who said what in a text of the reader's own; no library takes part. */
export const addAttribute: CliCommand = (program, terminal) => {
	const command = program
		.command('attribute')
		.description('Find who said what in a text or an article file')
		.argument('[text...]', 'the text, or an article file (.md, .txt, .jsonl)')
		.option('--json', 'print one JSON object')
		.option('--jsonl', 'read one JSON object a line from standard input, write one a line')
		.option('--html <file>', 'write a page that shows who said what, and why')
		.option('--strict', 'name a speaker only where it is almost certain')
		.action(async (words: readonly string[], options: AttributeOptions) => {
			const text = words.join(' ').trim();
			if (options.jsonl ? text !== '' : text === '') {
				command.error(
					`error: ${options.jsonl ? '--jsonl reads from standard input; leave the text out' : 'missing text'}`,
				);
			}
			// Loaded late: no other command needs it with a saved index.
			const found = await import('../../attribution/attribute.js');
			const { nameStrictly } = await import('../../attribution/setting.js');
			const attribute: Attribute = (...input) => {
				const attributed = found.attribute(...input);
				return options.strict ? nameStrictly(attributed) : attributed;
			};
			if (options.jsonl) await attributeStream(terminal, attribute);
			else if (isArticleFile(text) && existsSync(text)) await attributeFile(terminal, text, attribute, options);
			else {
				const paragraphs = splitParagraphs(text, 'newline');
				const title = 'Who said what';
				await show(terminal, { title, text, paragraphs }, attribute(text, paragraphs), options);
			}
		});
};

type Attribute = typeof import('../../attribution/attribute.js').attribute;

async function attributeStream(terminal: Terminal, attribute: Attribute): Promise<void> {
	const schema = z.object({ text: z.string() });
	await answerLines(terminal, (line) => toJson(attribute(readRequest(schema, line, false).request.text)));
}

async function attributeFile(
	terminal: Terminal,
	file: string,
	attribute: Attribute,
	options: AttributeOptions,
): Promise<void> {
	let shown = 0;
	for await (const article of readLibrary(file)) {
		if (options.html !== undefined && shown++ > 0) {
			throw new UserError(`${file} holds several articles: --html writes a page of one. Give a file with one article.`);
		}
		await show(terminal, article, attribute(article.text, article.paragraphs, article.corrections), options);
	}
}

async function show(
	terminal: Terminal,
	article: PageArticle,
	attributed: AttributedText,
	{ json, html }: AttributeOptions,
): Promise<void> {
	if (html !== undefined) {
		await writePage(terminal, html, article, attributed);
	} else if (json) {
		await write(terminal.stdout, `${JSON.stringify(toJson(attributed))}\n`);
	} else {
		const page = pageFor(terminal.stdout, terminal.env);
		await write(terminal.stdout, renderAttributions(page, article.text, article.paragraphs, attributed));
	}
}

async function writePage(
	terminal: Terminal,
	file: string,
	article: PageArticle,
	attributed: AttributedText,
): Promise<void> {
	const { renderAttributionPage } = await import('../../attribution/explain/render-attribution-page.js');
	try {
		await writeFile(file, renderAttributionPage(article, attributed));
	} catch (error) {
		throw new UserError(`${file} cannot be written: ${explainFileError(error)}. Give another file with --html.`);
	}
	await write(terminal.stderr, `The page is in ${file}; open it in a browser.\n`);
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
