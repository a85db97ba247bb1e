/// <reference lib="dom" />
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Preview } from '../../src/preview/preview.js';
import { BROWSER, launchBrowser } from '../support/browser.js';
import { startTestPreview } from './start-test-preview.js';

/** Starting a browser and drawing a picture take their time on a busy machine. */
const PAGE_MS = 120_000;

const OWLS = '---\ntitle: Owls return\n---\n\n“The owls nest in the old mill again,” said warden Ruth Okafor.\n';

describe.skipIf(BROWSER === null)('the page', { timeout: PAGE_MS }, () => {
	let browser: Browser;
	let preview: Preview;
	let page: Page;
	const errors: string[] = [];

	beforeAll(async () => {
		browser = await launchBrowser();
	}, PAGE_MS);
	afterAll(async () => {
		await browser?.close();
	}, PAGE_MS);
	afterEach(async () => {
		await page.close();
		await preview.stop();
		expect(errors.splice(0)).toEqual([]);
	});

	/** A preview of its own for every test, so that none sees what another left. */
	async function visit(options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
		preview = await startTestPreview();
		page = await browser.newPage({ viewport: { width: 1100, height: 760 }, ...options });
		page.setDefaultTimeout(30_000);
		page.on('pageerror', (error) => errors.push(error.message));
		// A refused file is no fault of the page's.
		page.on('console', (message) => {
			if (message.type() === 'error' && !message.text().includes('422')) errors.push(message.text());
		});
		// The page's own policy lets no other script in; this way comes before it.
		await page.addInitScript(axe.source);
		await page.goto(preview.url);
		await page.locator('.example').first().waitFor();
	}

	/** Everything by keyboard: the command from the list, its first option, Enter. */
	async function type(command: string, value = ''): Promise<void> {
		const count = await page.locator('.message').count();
		await page.locator('#composer-input').focus();
		await page.keyboard.type(`/${command}`);
		await page.keyboard.press('Enter');
		await page.locator('.command-form').waitFor();
		await page.keyboard.type(value);
		await page.keyboard.press('Enter');
		await expect.poll(() => page.locator('.message').count(), { timeout: 60_000 }).toBe(count + 1);
		await page.locator('.thinking').waitFor({ state: 'detached' });
	}

	const last = () => page.locator('.message').last();
	const press = (name: string) => last().getByRole('button', { name, exact: true }).click();

	/** What axe-core finds serious or worse. */
	async function seriousProblems(): Promise<string[]> {
		const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
		return violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
	}

	test('GIVEN a first visit THEN three questions are offered, and one press answers', async () => {
		await visit();
		expect(await page.locator('.example').count()).toBe(3);
		await page.locator('.example').first().click();
		await last().locator('blockquote').first().waitFor();
		expect(await last().locator('.used').textContent()).toMatch(/Ada used\s+\/ask/);
		expect(await last().locator('.note').textContent()).toMatch(/Only you can see this/);
		await press('Dismiss message');
		await expect.poll(() => page.locator('.message').count()).toBe(0);
	});

	test('GIVEN the keyboard alone THEN a question is asked, its context seen, more shown, and the answer shared', async () => {
		await visit();
		await type('ask', 'What did the mayor say about the harbour?');
		expect(await last().textContent()).toContain('before the winter storms');
		expect(await last().locator('a').first().getAttribute('href')).toMatch(
			/^https:\/\/courier\.example\/harbour#:~:text=/,
		);
		await last().getByRole('button', { name: 'Context', exact: true }).focus();
		await page.keyboard.press('Enter');
		await page.getByText('paragraph 2').last().waitFor();
		const answer = page.locator('.message', { has: page.getByRole('button', { name: 'Share', exact: true }) }).first();
		await answer.getByRole('button', { name: 'Share', exact: true }).press('Enter');
		await page.locator('.message:not(.private)').waitFor();
		await page.locator('#choose-person').selectOption({ label: 'Bo' });
		await page.locator('.message:not(.private)').waitFor();
		expect(await page.locator('.message.private').count()).toBe(0);
	});

	test('GIVEN the keyboard alone THEN words and a claim are checked, and what differs is marked and said', async () => {
		await visit();
		const quotation = '“We will build the harbour of Brackwater after the winter storms,” said Ilse Brandt.';
		await type('check', `${quotation} Wolves took the town hall.`);
		expect(await last().textContent()).toContain('Altered. 1 difference');
		expect(await last().locator('s').textContent()).toBe('after');
		expect(await last().locator('blockquote strong').textContent()).toBe('before');
		expect(await last().locator('li').textContent()).toBe('the article says “before”, the claim says “after”');
		expect(await last().textContent()).toContain('Not covered.');
		expect(await seriousProblems()).toEqual([]);
		await last().getByRole('button', { name: 'Share', exact: true }).press('Enter');
		await page.locator('.message:not(.private)', { hasText: 'Shared by @Ada' }).waitFor();
	});

	test('GIVEN More and Back by keyboard THEN the pages turn in place, and the focus stays on the message', async () => {
		await visit();
		await type('ask', 'What about the harbour of Brackwater?');
		const answer = last();
		const first = await answer.locator('.content').textContent();
		await answer.getByRole('button', { name: 'More', exact: true }).press('Enter');
		await answer.getByText('Page 2 of').waitFor();
		expect(await answer.evaluate((message) => message.contains(document.activeElement))).toBe(true);
		await answer.getByRole('button', { name: 'Back', exact: true }).press('Enter');
		await answer.getByText('Page 2 of').waitFor({ state: 'detached' });
		expect(await answer.locator('.content').textContent()).toBe(first);
	});

	test('GIVEN each other command THEN it answers', async () => {
		await visit();
		for (const [command, holds] of [
			['quote', /Ilse Brandt|Tom Ferris|Anna Lindqvist/],
			['speakers', /Ilse Brandt[\s\S]*Tom Ferris/],
			['articles', /Harbour plan divides the council/],
			['help', /\/ask/],
			['privacy', /./],
		] as const) {
			await type(command);
			expect(await last().textContent()).toMatch(holds);
		}
		const pictures = page.locator('.message img');
		expect(await pictures.first().getAttribute('alt')).toContain('Ilse Brandt');
		expect(await seriousProblems()).toEqual([]);
	});

	test('GIVEN an option with suggestions THEN they appear from the empty field on and narrow as one types', async () => {
		await visit();
		await page.locator('#composer-input').pressSequentially('/quo');
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Add option speaker' }).press('Enter');
		const options = page.locator('.list-box').getByRole('option');
		await expect.poll(() => options.allTextContents()).toHaveLength(3);
		await page.keyboard.type('ferr');
		await expect.poll(() => options.allTextContents()).toHaveLength(1);
		expect(await options.first().textContent()).toContain('Tom Ferris');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await page.getByText('asked the people').first().waitFor();
	});

	test('GIVEN a required option left empty THEN the form says so and stays', async () => {
		await visit();
		await page.locator('#composer-input').pressSequentially('/ask ');
		await page.keyboard.press('Enter');
		expect(await page.locator('.hint').textContent()).toContain('required');
		expect(await page.locator('[aria-invalid]').count()).toBe(1);
		// The first may close the suggestions, if they have come by then; the form closes with the next.
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await page.locator('#composer-input').waitFor();
	});

	test('GIVEN Card THEN the picture comes with the whole quotation in words', async () => {
		await visit();
		await type('quote');
		await last().getByRole('button', { name: 'Card', exact: true }).click();
		const picture = page.locator('.message img.picture').last();
		await picture.waitFor();
		expect(await picture.getAttribute('alt')).toMatch(
			/before the winter|people who work on the water|not wait for the council|new wall/,
		);
		expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
	});

	test('GIVEN a message THEN its menu opens by right-click and by keyboard, and the focus comes back', async () => {
		await visit();
		await page
			.locator('#composer-input')
			.fill('Ilse Brandt said “We will build the harbour of Brackwater before the winter storms.”');
		await page.keyboard.press('Enter');
		// Until the message stands there, the last one is another, whose menu its coming would close.
		await page.locator('.message', { hasText: 'harbour of Brackwater before' }).waitFor();
		await last().click({ button: 'right' });
		await page.getByRole('menuitem').first().waitFor();
		await page.keyboard.press('Escape');
		await last().getByRole('button', { name: 'Message options' }).focus();
		await page.keyboard.press('Enter');
		await page.getByRole('menuitem', { name: 'Copy text' }).waitFor();
		await page.keyboard.press('Escape');
		expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Message options');
		await page.keyboard.press('Enter');
		await page.getByRole('menuitem', { name: 'Check this message' }).press('Enter');
		await page.locator('.used', { hasText: 'Check this message' }).waitFor();
		await page.locator('.thinking').waitFor({ state: 'detached' });
		expect(await last().textContent()).toContain('Ilse Brandt');
	});

	test('GIVEN a bad file THEN its problems stand there; GIVEN a good one THEN the bot answers from it', async () => {
		await visit();
		await page.locator('#tab-articles').click();
		const frame = page.frameLocator('iframe');
		const speech = frame.locator('.said', { hasText: 'before the winter storms' });
		await speech.locator('.number').focus();
		await speech.getByText(/Ilse Brandt, Mayor · quoted directly · \d+%\s+sure\s+Why: the source is a name/).waitFor();
		await page.locator('#theme').click();
		const theme = await page.evaluate(() => document.documentElement.dataset.theme);
		expect(await frame.locator('html').evaluate((html) => getComputedStyle(html).colorScheme)).toBe(theme);
		const file = page.locator('input[type=file]');
		await file.setInputFiles({
			name: 'bad.md',
			mimeType: 'text/markdown',
			buffer: Buffer.from('---\npublished: someday\n---\n'),
		});
		await page.locator('.problems li').first().waitFor();
		expect(await page.locator('.problems').textContent()).toContain('bad.md');
		await file.setInputFiles({ name: 'owls.md', mimeType: 'text/markdown', buffer: Buffer.from(OWLS) });
		await page.getByText('Answering from owls.md for now.').first().waitFor();
		await frame.getByRole('heading', { name: 'Owls return' }).waitFor();
		expect(await seriousProblems()).toEqual([]);
		await page.getByRole('button', { name: 'Back to the usual articles' }).click();
		await frame.getByRole('heading', { name: 'Harbour plan' }).waitFor();
	});

	test.each([
		['the chat', '#tab-chat', '.chat'],
		['an open article', '#tab-articles', 'iframe'],
	])(
		'GIVEN a file dragged over %s THEN the page shows it; GIVEN it is dropped THEN the bot answers from it',
		async (_case, tab, target) => {
			await visit();
			await page.locator(tab).click();
			await page.locator(target).waitFor();
			const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator(target).boundingBox()) ?? {};
			const folder = await mkdtemp(path.join(tmpdir(), 'dropped-'));
			const file = path.join(folder, 'owls.md');
			await writeFile(file, OWLS);
			// As if it came from the desktop: script cannot say which element is under the pointer.
			const devtools = await page.context().newCDPSession(page);
			const drag = (type: 'dragEnter' | 'dragOver' | 'drop') => {
				const data = { items: [], files: [file], dragOperationsMask: 1 };
				return devtools.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data });
			};
			await drag('dragEnter');
			await drag('dragOver');
			await page.locator('.dropping').waitFor();
			await drag('drop');
			await page.getByText('Answering from owls.md for now.').first().waitFor();
			await page.frameLocator('iframe').getByRole('heading', { name: 'Owls return' }).waitFor();
			expect(await page.locator('.dropping').count()).toBe(0);
			await rm(folder, { recursive: true });
		},
	);

	test('GIVEN German THEN the page and the bot speak it, and quotations stay as they are', async () => {
		await visit();
		await page.locator('#choose-language').selectOption('de');
		await page.getByText('Willkommen in').waitFor();
		expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
		await page.locator('.example').first().click();
		await last().locator('blockquote').first().waitFor();
		await page.locator('#choose-language').selectOption('en-US');
		await page.getByText('Welcome to').waitFor();
	});

	test.each([
		['a phone, dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const }],
		['a phone, light', { viewport: { width: 360, height: 740 }, colorScheme: 'light' as const }],
		['a desktop, light', { colorScheme: 'light' as const }],
	])('GIVEN %s THEN nothing is cut off and axe finds nothing serious', async (_what, options) => {
		await visit(options);
		await page.locator('.example').first().click();
		await last().locator('blockquote').first().waitFor();
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		expect(await seriousProblems()).toEqual([]);
	});

	test('GIVEN Markdown THEN it looks as on Discord, and nothing in it is HTML', async () => {
		const cases = [
			['**bold** and *slanted*', '<p><strong>bold</strong> and <em>slanted</em></p>'],
			['> a quote\nafter it', '<blockquote><p>a quote</p></blockquote><p>after it</p>'],
			['~~old~~ __under__ `code`', '<p><s>old</s> <u>under</u> <code>code</code></p>'],
			['\\*not slanted\\*', '<p>*not slanted*</p>'],
			['snake_case_name', '<p>snake_case_name</p>'],
			['-# small', '<small class="subtext">small</small>'],
			['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
			['[no](javascript:alert(1))', '<p>[no](javascript:alert(1))</p>'],
			[
				'[a](https://a.example/b)',
				'<p><a href="https://a.example/b" target="_blank" rel="noopener noreferrer">a</a></p>',
			],
			['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
			['```\nas is **x**\n```', '<pre><code>as is **x**</code></pre>'],
		];
		await visit();
		// As text, so that the test's own build leaves the import to the browser.
		const drawn = await page.evaluate<string[]>(`import('/markdown.js').then(({ renderMarkdown }) =>
			${JSON.stringify(cases.map(([text]) => text))}.map((text) => {
				const box = document.createElement('div');
				box.append(...renderMarkdown(text, { nameOf: String, locale: 'en', words: {} }));
				return box.innerHTML;
			}))`);
		expect(drawn).toEqual(cases.map(([, html]) => html));
	});
});
