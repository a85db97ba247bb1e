import type { Suggestion } from '../answer/suggest.js';
import { button, buttonRows } from './components.js';
import { BUTTON_LABEL_MAX, CUSTOM_ID_MAX } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import type { Reply } from './reply.js';

export const EXAMPLE_PREFIX = 'example';

const EXAMPLES = 3;

/** What the bot can do, with questions that the articles answer; their buttons carry the question itself. */
export function renderHelp(t: Translate, questions: readonly Suggestion[]): Reply {
	const examples = questions
		.filter(({ value }) => value.length <= Math.min(BUTTON_LABEL_MAX, CUSTOM_ID_MAX - EXAMPLE_PREFIX.length - 1))
		.slice(0, EXAMPLES);
	const text = t('help.text');
	return {
		content: examples.length > 0 ? `${text}\n\n${t('help.examples')}` : text,
		rows: examples.flatMap(({ value }) => buttonRows([button(`${EXAMPLE_PREFIX}:${value}`, value)])),
	};
}
