#!/usr/bin/env node
// Takes the pictures of docs/ from the real page: starts the preview, does what a reader would do, and photographs it.
// Needs a Chromium (CHROMIUM can name one). Run it with `node scripts/screenshots.mjs [name …]`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCS = join(ROOT, 'docs');
const DESKTOP = { viewport: { width: 1100, height: 720 }, colorScheme: 'dark' };
const PHONE = { viewport: { width: 390, height: 800 }, colorScheme: 'dark', deviceScaleFactor: 2 };
const QUESTION = 'What does Zelensky say about a deal made without Ukraine?';
const CLAIM = 'Zelensky said "We will never recognize any agreements made between Russia and the U.S."';

/** What each picture shows: how the window is, and what is done before it is taken. */
const PICTURES = {
	welcome: [DESKTOP, async () => undefined],
	commands: [DESKTOP, (page) => page.locator('#composer-input').pressSequentially('/')],
	answer: [DESKTOP, (page) => command(page, 'ask', QUESTION)],
	context: [DESKTOP, async (page) => press(page, await command(page, 'ask', QUESTION), 'Context')],
	decline: [DESKTOP, (page) => command(page, 'ask', 'Who won the chess cup in Lima?')],
	check: [DESKTOP, (page) => command(page, 'check', 'The talks began on February 19, 2025.')],
	verify: [DESKTOP, (page) => command(page, 'check', CLAIM)],
	card: [DESKTOP, async (page) => press(page, await command(page, 'quote', '', 'Zelensky'), 'Card')],
	speakers: [DESKTOP, (page) => command(page, 'speakers')],
	articles: [
		DESKTOP,
		async (page) => {
			await page.locator('#tab-articles').click();
			await page.frameLocator('iframe').locator('.said .direct').first().hover();
		},
	],
	light: [{ ...DESKTOP, colorScheme: 'light' }, (page) => command(page, 'ask', QUESTION)],
	german: [
		DESKTOP,
		async (page) => {
			await page.locator('#choose-language').selectOption('de');
			await page.getByText('Willkommen in').waitFor();
			await command(page, 'ask', QUESTION);
		},
	],
	phone: [PHONE, (page) => command(page, 'ask', QUESTION)],
};

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
	(path) => path && existsSync(path),
);
if (!executablePath) {
	process.stderr.write('No Chromium is installed; CHROMIUM can name one.\n');
	process.exit(3);
}
const wanted = process.argv.slice(2);
const names = Object.keys(PICTURES).filter((name) => wanted.length === 0 || wanted.includes(name));
mkdirSync(DOCS, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const name of names) await take(name);
await browser.close();

/** Each picture gets a preview of its own, so that none shows what was done for another. */
async function take(name) {
	const { url, stop } = await startPreview();
	const [options, act] = PICTURES[name];
	const page = await browser.newPage(options);
	try {
		await page.goto(url);
		await page.locator('.example').nth(2).waitFor();
		await act(page);
		// The pointer and the blinking cursor are nobody's business.
		if (name !== 'articles' && name !== 'commands') await page.evaluate(() => document.activeElement?.blur());
		await page.waitForTimeout(400);
		await page.screenshot({ path: join(DOCS, `${name}.png`) });
		process.stdout.write(`docs/${name}.png\n`);
	} catch (error) {
		process.stderr.write(`docs/${name}.png could not be taken: ${error.message.split('\n', 1)[0]}\n`);
		process.exitCode = 1;
	} finally {
		await page.close();
		await stop();
	}
}

async function startPreview() {
	const env = { ...process.env, DISCORD_TOKEN: '', LIBRARY: '', PORT: '0' };
	const child = spawn(process.execPath, ['scripts/run.mjs', 'start', '--page'], {
		cwd: ROOT,
		env,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	for await (const line of createInterface({ input: child.stdout })) {
		const url = /http:\/\/\S+/.exec(line)?.[0];
		if (url) return { url, stop: () => new Promise((resolve) => child.on('close', resolve) && child.kill()) };
	}
	throw new Error('the preview did not start');
}

/** Sends a command as a reader would, with its first option and perhaps the speaker. @returns Its reply. */
async function command(page, name, value = '', speaker = '') {
	await page.locator('#composer-input').fill(`/${name}${value ? ` ${value}` : ''}`);
	// Closes the list of commands, so that Enter takes what is typed.
	await page.keyboard.press('Escape');
	await page.keyboard.press('Enter');
	await page.locator('.command-form').waitFor();
	if (speaker) {
		await page.getByRole('button', { name: 'Add option speaker' }).click();
		await page.keyboard.type(speaker);
	}
	await page.locator('.command-form button[type=submit]').click();
	const reply = page.locator('.message').last();
	await reply.locator('.content').waitFor();
	await page.locator('.thinking').waitFor({ state: 'detached' });
	return reply;
}

async function press(page, reply, label) {
	const count = await page.locator('.message').count();
	await reply.getByRole('button', { name: label, exact: true }).click();
	await page.locator('.message').nth(count).locator('.content').waitFor();
	await page.locator('.thinking').waitFor({ state: 'detached' });
}
