import { PageServer } from './page-server.js';
import { Scene } from './scene.js';
import { type RunningBot, Shelf } from './shelf.js';
import { startDiscord } from './stand-in/stand-in.js';

/** Where the bot finds its Discord, and which articles it is to answer from; `null`: its usual ones. */
export interface BotSetting {
	readonly apiUrl: string;
	readonly token: string;
	readonly library: string | null;
}

export interface PreviewSetting {
	/** Another free port is taken when this one is not. */
	readonly port: number;
	/** The real bot, as it is composed for Discord. @throws {DataError} When the articles are wrong. */
	startBot(setting: BotSetting): Promise<RunningBot>;
}

export interface Preview {
	/** The page's address. */
	readonly url: string;
	stop(): Promise<void>;
}

/**
 * Starts a stand-in for Discord, the bot on it, and a page that looks and behaves like a channel, all on this machine.
 *
 * @throws {DataError} When the bot's usual articles are wrong.
 */
export async function startPreview({ port, startBot }: PreviewSetting): Promise<Preview> {
	const discord = await startDiscord();
	const scene = new Scene(discord);
	const shelf = new Shelf((library) => startBot({ apiUrl: discord.url, token: discord.token, library }));
	const page = new PageServer(scene, shelf);
	try {
		await shelf.start();
		const url = `http://127.0.0.1:${await page.listen(port)}`;
		return {
			url,
			async stop() {
				await page.close();
				await shelf.stop();
				await discord.close();
			},
		};
	} catch (error) {
		await discord.close();
		throw error;
	}
}
