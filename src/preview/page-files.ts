import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The page's files by their address: this folder's, no others. */
const FILES: Readonly<Record<string, string>> = {
	'/': 'index.html',
	'/style.css': 'style.css',
	'/favicon.svg': 'favicon.svg',
	...Object.fromEntries(
		[
			'articles',
			'channel',
			'command-form',
			'components',
			'composer',
			'dom',
			'form-dialog',
			'list-box',
			'main',
			'markdown',
			'message',
			'message-menu',
			'server',
			'words',
		].map((name) => [`/${name}.js`, `${name}.js`]),
	),
};

const TYPES: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	css: 'text/css; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	svg: 'image/svg+xml',
};

/** Nothing from the network, no inline code, no framing by others. */
export const PAGE_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"connect-src 'self'",
	"frame-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

/** @returns The file served under `path`, or `null`. */
export async function readPageFile(path: string): Promise<{ type: string; bytes: Buffer } | null> {
	const name = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
	if (name === undefined) return null;
	const bytes = await readFile(fileURLToPath(new URL(`page/${name}`, import.meta.url)));
	return { type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', bytes };
}

/** The policy for a self-contained document: only the styles and scripts that stand in it may run, by their hashes. */
export function policyForDocument(html: string): string {
	const hashes = (tag: string) =>
		[...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))]
			.map(([, body = '']) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`)
			.join(' ') || "'none'";
	return `default-src 'none'; style-src ${hashes('style')}; script-src ${hashes('script')}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;
}
