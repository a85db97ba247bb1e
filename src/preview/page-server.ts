import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { Acts } from './acts.js';
import { PAGE_POLICY, policyForDocument, readPageFile } from './page-files.js';
import type { Scene } from './scene.js';
import type { Shelf } from './shelf.js';
import type { StoredMessage } from './stand-in/world.js';

/** A dropped file may be this long; a book has about a million characters. */
const DROPPED_BYTES_MAX = 20 * 1024 * 1024;

/** Requests for acts carry options and perhaps an uploaded file. */
const ACT_BYTES_MAX = 20 * 1024 * 1024;

/** Serves the preview's page on this machine alone. */
export class PageServer {
	readonly #server = createServer((request, response) => {
		this.#answer(request, response).catch((error: unknown) => {
			send(response, 500, { error: error instanceof Error ? error.message : String(error) });
		});
	});
	readonly #acts: Acts;

	constructor(
		readonly scene: Scene,
		readonly shelf: Shelf,
	) {
		this.#acts = new Acts(scene);
	}

	/** @returns The port; another free one when `port` is taken. */
	async listen(port: number): Promise<number> {
		this.#server.listen(port, '127.0.0.1');
		try {
			await once(this.#server, 'listening');
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port === 0) throw error;
			return this.listen(0);
		}
		return (this.#server.address() as AddressInfo).port;
	}

	async close(): Promise<void> {
		const closed = once(this.#server, 'close');
		this.#server.close();
		this.#server.closeAllConnections();
		await closed;
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		response.setHeader('content-security-policy', PAGE_POLICY);
		response.setHeader('x-content-type-options', 'nosniff');
		response.setHeader('referrer-policy', 'no-referrer');
		response.setHeader('cross-origin-opener-policy', 'same-origin');
		response.setHeader('cross-origin-resource-policy', 'same-origin');
		response.setHeader('cache-control', 'no-store');
		if (!this.#isOurs(request)) return send(response, 403, { error: 'Only this page may use this address.' });
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
		const line = `${request.method} ${pathname.split('/', 2).join('/')}`;
		switch (line) {
			case 'GET /events':
				return this.#stream(request, response, searchParams);
			case 'POST /act':
				return this.#act(request, response);
			case 'GET /library':
				return send(response, 200, this.shelf.list());
			case 'POST /library':
				return this.#openLibrary(request, response, searchParams.get('name') ?? '');
			case 'DELETE /library':
				return send(response, 200, await this.shelf.close());
			case 'GET /article':
				return this.#article(response, decodeURIComponent(pathname.slice('/article/'.length)));
			case 'GET /attachments':
				return this.#attachment(response, pathname);
			default:
				return this.#file(response, request.method === 'GET' ? pathname : '');
		}
	}

	/** Another site's page, or a name that was made to point here, must not reach the bot. */
	#isOurs({ headers }: IncomingMessage): boolean {
		const { port } = this.#server.address() as AddressInfo;
		const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
		const { host = '', origin } = headers;
		const site = headers['sec-fetch-site'];
		const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
		// Following a link to the page is fine; everything else must come from the page itself.
		const navigation = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
		return (
			hosts.includes(host) && (origin === undefined || origin === `http://${host}`) && (!fromElsewhere || navigation)
		);
	}

	/** Server-sent events: the whole view first, then what changes in it. */
	#stream(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
		const { scene } = this;
		const { world } = scene.discord;
		const person = (scene.people.find((it) => it.person.id === query.get('person')) ?? scene.people[0])?.person;
		if (!person) throw new Error('there is nobody to show the page to');
		const place = scene.placesOf(person).find(({ id }) => id === query.get('place')) ?? scene.placesOf(person)[0];
		if (!place) throw new Error('there is no place to show');
		const tell = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
		const onMessage = (message: StoredMessage) => {
			if (message.place !== place || (message.privateTo !== null && message.privateTo !== person)) return;
			if (scene.sees(person, message)) tell('message', scene.shown(message));
			else tell('removed', { id: message.payload.id });
		};
		const onChange = () => tell('view', scene.view(person, place));
		const onLibrary = () => tell('library', this.shelf.list());
		response.writeHead(200, { 'content-type': 'text/event-stream', connection: 'keep-alive' });
		onChange();
		onLibrary();
		world.on('message', onMessage);
		world.on('commands', onChange);
		this.shelf.on('change', onLibrary);
		request.on('close', () => {
			world.off('message', onMessage);
			world.off('commands', onChange);
			this.shelf.off('change', onLibrary);
		});
	}

	async #act(request: IncomingMessage, response: ServerResponse): Promise<void> {
		try {
			const body = await readText(request, ACT_BYTES_MAX);
			send(response, 200, await this.#acts.perform(JSON.parse(body)));
		} catch (error) {
			const text =
				error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
			send(response, 400, { error: text });
		}
	}

	async #openLibrary(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
		const body = await readBytes(request, DROPPED_BYTES_MAX);
		if (body === null) return send(response, 413, { problems: [{ where: name, reason: 'is larger than 20 MB' }] });
		const problems = await this.shelf.open(name, body);
		send(response, problems.length > 0 ? 422 : 200, problems.length > 0 ? { problems } : this.shelf.list());
	}

	#article(response: ServerResponse, id: string): void {
		const html = this.shelf.render(id);
		if (html === null) {
			send(response, 404, { error: `There is no article "${id}".` });
			return;
		}
		response.setHeader('content-security-policy', policyForDocument(html));
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
		response.end(html);
	}

	#attachment(response: ServerResponse, pathname: string): void {
		const file = this.scene.discord.world.files.get(pathname.split('/')[3] ?? '');
		if (!file) {
			send(response, 404, { error: 'There is no such file.' });
			return;
		}
		// Whatever was uploaded is shown as a picture or saved, never run.
		const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.contentType);
		response.writeHead(200, {
			'content-type': picture ? file.contentType : 'application/octet-stream',
			...(!picture && { 'content-disposition': 'attachment' }),
		});
		response.end(file.bytes);
	}

	async #file(response: ServerResponse, path: string): Promise<void> {
		const file = await readPageFile(path);
		if (!file) return send(response, 404, { error: 'Not found.' });
		response.writeHead(200, { 'content-type': file.type });
		response.end(file.bytes);
	}
}

function send(response: ServerResponse, status: number, body: object): void {
	if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

async function readText(request: IncomingMessage, max: number): Promise<string> {
	const bytes = await readBytes(request, max);
	if (bytes === null) throw new Error('That is too large for the preview.');
	return bytes.toString('utf8');
}

/** `null` when there are more than `max` bytes; the rest is read and thrown away, so that the answer gets through. */
async function readBytes(request: IncomingMessage, max: number): Promise<Buffer | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size <= max) chunks.push(chunk);
	}
	return size <= max ? Buffer.concat(chunks) : null;
}
