import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Preview } from '../../src/preview/preview.js';
import { startTestPreview } from './start-test-preview.js';

let preview: Preview;
beforeAll(async () => {
	preview = await startTestPreview();
});
afterAll(() => preview.stop());

/** The status of a request with headers that `fetch` would not send. */
function statusOf(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		request(`${preview.url}${path}`, { method, headers }, (response) => resolve(response.resume().statusCode))
			.on('error', reject)
			.end();
	});
}

interface Event {
	readonly name: string;
	readonly data: Record<string, unknown>;
}

/** Listens to the page's events until one fits. */
async function untilEvent(query: string, fits: (event: Event) => boolean): Promise<Event> {
	const response = await fetch(`${preview.url}/events?${query}`);
	const reader = (response.body as ReadableStream<Uint8Array>).getReader();
	const decoder = new TextDecoder();
	let text = '';
	for (;;) {
		const { value, done } = await reader.read();
		if (done) throw new Error('the events ended');
		text += decoder.decode(value, { stream: true });
		const parts = text.split('\n\n');
		text = parts.pop() ?? '';
		for (const part of parts) {
			const [, name = '', json = '{}'] = /^event: (.*)\ndata: (.*)$/.exec(part) ?? [];
			const event = { name, data: JSON.parse(json) };
			if (!fits(event)) continue;
			await reader.cancel();
			return event;
		}
	}
}

async function act(body: object): Promise<{ status: number; body: Record<string, unknown> }> {
	const response = await fetch(`${preview.url}/act`, { method: 'POST', body: JSON.stringify(body) });
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function firstView() {
	const commandsAreThere = ({ name, data }: Event) => name === 'view' && (data.commands as unknown[]).length > 0;
	const { data } = await untilEvent('', commandsAreThere);
	return data as { person: string; place: string; people: { id: string }[]; places: { id: string; kind: string }[] };
}

test('GIVEN the page THEN it comes with a policy that lets nothing in from elsewhere', async () => {
	const response = await fetch(preview.url);
	expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/);
	expect(await response.text()).toContain('/main.js');
});

test.each<[string, Record<string, string>, number]>([
	['a name that points here', { host: 'evil.example' }, 403],
	['another site as origin', { origin: 'https://evil.example' }, 403],
	['a request that another site sets off', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
	[
		'a link on another site',
		{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
		200,
	],
	['the address typed in', { 'sec-fetch-site': 'none' }, 200],
])('GIVEN %s THEN the page answers %#', async (_what, headers, status) => {
	expect(await statusOf('/', headers)).toBe(status);
});

test.each(['/../package.json', '/page/main.js', '/nothing', '/attachments/1/2/3', '/article/none'])(
	'GIVEN the address %s THEN there is nothing',
	async (path) => {
		expect(await statusOf(path, {})).toBe(404);
	},
);

test('GIVEN a question THEN the answer reaches the asker alone, and another person sees nothing of it', async () => {
	const view = await firstView();
	const [ada, bo] = view.people;
	const answered = untilEvent(`person=${ada?.id}`, ({ name, data }) => name === 'message' && data.loading === false);
	const sent = await act({
		do: 'command',
		person: ada?.id,
		place: view.place,
		name: 'ask',
		options: { question: 'What did Ilse Brandt say about the harbour?' },
	});
	expect(sent).toEqual({ status: 200, body: {} });
	expect(JSON.stringify((await answered).data)).toContain('before the winter storms');
	const { data } = await untilEvent(`person=${bo?.id}`, ({ name }) => name === 'view');
	expect(data.messages).toEqual([]);
});

test('GIVEN something that the client would not send THEN the page is told why', async () => {
	const { person, place } = await firstView();
	const missing = await act({ do: 'command', person, place, name: 'ask', options: {} });
	expect(missing).toMatchObject({ status: 400, body: { error: '/ask needs "question"' } });
	expect((await act({ do: 'dance', person })).status).toBe(400);
	expect((await act({ do: 'command', person, place: '1'.repeat(18), name: 'ask', options: {} })).status).toBe(400);
});

const drop = async (name: string, body: string) => {
	const response = await fetch(`${preview.url}/library?name=${encodeURIComponent(name)}`, { method: 'POST', body });
	return {
		status: response.status,
		body: (await response.json()) as { problems?: { where: string; reason: string }[]; temporary?: string },
	};
};

test('GIVEN a file that is no article THEN every problem is named by the file, and the library stays', async () => {
	const bad = await drop('../bad.md', '---\npublished: someday\n---\n\nWords.\n');
	expect(bad.status).toBe(422);
	expect(bad.body.problems?.length).toBeGreaterThan(1);
	expect(bad.body.problems?.every(({ where }) => where.startsWith('bad.md'))).toBe(true);
	expect((await drop('bad.exe', 'x')).body.problems?.[0]?.reason).toContain('.md, .txt, .jsonl');
	expect(await (await fetch(`${preview.url}/library`)).json()).toMatchObject({
		temporary: null,
		articles: [{ id: 'harbour' }],
	});
});

test('GIVEN a good file THEN answers come from it until it is put away', async () => {
	const text = '---\ntitle: Owls return\n---\n\n“The owls nest in the old mill again,” said warden Ruth Okafor.\n';
	expect(await drop('owls.md', text)).toMatchObject({
		status: 200,
		body: { temporary: 'owls.md', articles: [{ title: 'Owls return' }] },
	});
	const view = await firstView();
	const choices = await act({
		do: 'suggest',
		person: view.person,
		place: view.place,
		name: 'ask',
		option: 'speaker',
		options: { speaker: '' },
	});
	expect(JSON.stringify(choices.body)).toContain('Ruth Okafor');
	const page = await fetch(`${preview.url}/article/owls`);
	expect(page.headers.get('content-security-policy')).toMatch(/style-src 'sha256-/);
	expect(await page.text()).toMatch(/Ruth Okafor, warden · quoted directly/);
	await fetch(`${preview.url}/library`, { method: 'DELETE' });
	expect(await (await fetch(`${preview.url}/library`)).json()).toMatchObject({
		temporary: null,
		articles: [{ id: 'harbour' }],
	});
});
