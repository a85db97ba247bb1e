import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian, Ubuntu, macOS and Windows keep a Chromium. `CHROMIUM` in the environment names another place. */
const PLACES = [
	process.env.CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser to test with, or `null`; then its tests are skipped. */
export const BROWSER = PLACES.find((place) => place !== undefined && existsSync(place)) ?? null;

if (BROWSER === null) {
	process.stderr.write('No Chromium is installed (CHROMIUM can name one): the tests of the page are skipped.\n');
}

/** A browser without a window that asks nothing of the network by itself. */
export async function launchBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: BROWSER ?? '',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
