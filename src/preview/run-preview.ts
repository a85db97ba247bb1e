import { handlers } from '../../commands/index.js';
import { createServices, warmUp } from '../../commands/services.js';
import type { AttributedArticle } from '../attribution/attribution.js';
import { renderAttributionPage } from '../attribution/explain/render-attribution-page.js';
import type { Config } from '../config.js';
import { startBot } from '../discord/start-bot.js';
import { openLibrary } from '../library/open-library.js';
import type { Log } from '../log.js';
import { openBrowser } from './open-browser.js';
import { type BotSetting, startPreview } from './preview.js';
import type { RunningBot, ShownArticle } from './shelf.js';

const ON_DISCORD = 'It is a preview on this machine; with DISCORD_TOKEN set, the bot runs on Discord.\n';

/**
 * Serves the preview until `stopped` resolves: the bot as it runs on Discord, on a page of this machine.
 *
 * @throws {DataError} When the articles are wrong.
 */
export async function runPreview(config: Config, log: Log, stopped: Promise<unknown>): Promise<void> {
	const preview = await startPreview({
		port: config.port,
		startBot: (setting) => startPreviewBot(setting, config, log),
	});
	process.stdout.write(`On the Record runs at ${preview.url}\nOpen it in a browser. Ctrl-C stops it.\n${ON_DISCORD}`);
	if (process.stdout.isTTY) openBrowser(preview.url);
	await stopped;
	await preview.stop();
}

/** The bot as it is composed for Discord, on another one; with a dropped file's articles when there is one. */
export async function startPreviewBot(
	{ apiUrl, token, library }: BotSetting,
	config: Config,
	log: Log,
): Promise<RunningBot> {
	const opened = await openLibrary({ location: library ?? config.library ?? undefined });
	const setting = {
		...config,
		apiUrl,
		token,
		applicationId: null,
		guildId: null,
		shards: 'auto' as const,
		shardCount: null,
	};
	const services = createServices(opened);
	const bot = await startBot({ config: setting, token, handlers, services, log });
	void warmUp(services);
	return { articles: opened.articles.map(showArticle), stop: () => bot.stop() };
}

function showArticle(attributed: AttributedArticle): ShownArticle {
	const { article, sentences, attributions } = attributed;
	const { id, title, publisher, published } = article;
	return {
		id,
		title,
		...(publisher !== undefined && { publisher }),
		...(published !== undefined && { published }),
		sentences: sentences.length,
		quotations: attributions.filter(({ kind }) => kind !== 'reported').length,
		render: () => renderAttributionPage(article, attributed),
	};
}
