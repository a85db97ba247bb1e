import type { Handlers } from '../src/discord/command.js';
import articles from './articles.js';
import ask from './ask.js';
import check from './check.js';
import checkThisMessage from './check-this-message.js';
import { articlesPage } from './components/articles-page.js';
import { card, cardOf } from './components/card.js';
import { around, context } from './components/context.js';
import { remove } from './components/delete.js';
import { example } from './components/example.js';
import { more } from './components/more.js';
import { share, shareCard, shareVerdict } from './components/share.js';
import { speakerMenu, speakersPage } from './components/speakers.js';
import help from './help.js';
import privacy from './privacy.js';
import quote from './quote.js';
import type { Services } from './services.js';
import speakers from './speakers.js';

/** Everything that can be asked of the bot. */
export const handlers: Handlers<Services> = {
	commands: [ask, quote, check, speakers, articles, help, privacy],
	messageCommands: [checkThisMessage],
	components: [
		articlesPage,
		around,
		card,
		cardOf,
		context,
		example,
		more,
		remove,
		share,
		shareCard,
		shareVerdict,
		speakerMenu,
		speakersPage,
	],
};

/** What Discord is told of them. */
export const commandList = [...handlers.commands, ...handlers.messageCommands].map(({ data }) => data);
