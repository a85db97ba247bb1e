import type { SpeakerCount } from '../answer/list-speakers.js';
import type { Article } from '../article/article.js';
import { pageButtons } from './articles-message.js';
import { clip } from './clip.js';
import { escapeClipped } from './clip-markup.js';
import { selectRow } from './components.js';
import { inline } from './escape-text.js';
import { ALT_TEXT_MAX } from './limits.js';
import type { Translate } from './locales/catalogue.js';
import { isDrawable } from './pictures/fonts.js';
import { drawSpeakerBars } from './pictures/speaker-bars.js';
import type { Attachment, Reply } from './reply.js';

/** Of the buttons that turn pages, and of the menu that leads to one speaker's quotations. */
export const SPEAKERS_PREFIX = 'speakers';
export const SPEAKER_PREFIX = 'speaker';

/** Ten lines of a name and a description, both cut, fit a message. */
const SPEAKERS_PER_PAGE = 10;
const NAME_MAX = 50;
const DESCRIPTION_MAX = 50;
const TITLE_MAX = 120;

/** Which speakers are shown. */
export interface SpeakerList {
	readonly speakers: readonly SpeakerCount[];
	/** The one article that they are listed of; `null` for all. */
	readonly article: Article | null;
	/** What buttons and menu carry, to find the same list again. */
	readonly state: string;
	/** From 0; one that does not exist any more shows the last. */
	readonly page: number;
}

/** Whose words the articles give and how often, in words and as bars, with a menu to see one speaker's quotations. */
export async function renderSpeakers(t: Translate, { speakers, article, state, page }: SpeakerList): Promise<Reply> {
	if (speakers.length === 0) return { content: t('speakers.none') };
	const pages = Math.ceil(speakers.length / SPEAKERS_PER_PAGE);
	const at = Math.min(Math.max(page, 0), pages - 1);
	const first = at * SPEAKERS_PER_PAGE;
	const shown = speakers.slice(first, first + SPEAKERS_PER_PAGE);
	const parts = [
		article ? t('speakers.heading-in', { title: escapeClipped(article.title, TITLE_MAX) }) : t('speakers.heading'),
		shown.map((speaker) => `- ${renderLine(t, speaker)}`).join('\n'),
	];
	if (pages > 1) parts.push(`-# ${t('answer.page', { page: at + 1, pages })}`);
	const options = shown.map(({ name, description }, index) => ({
		label: inline(name),
		value: String(first + index),
		description: inline(description ?? ''),
	}));
	return {
		content: parts.join('\n\n'),
		attachments: await picture(t, shown),
		rows: [
			...selectRow(`${SPEAKER_PREFIX}:${state}`, t('speakers.menu'), options),
			...pageButtons(t, SPEAKERS_PREFIX, at, pages, state),
		],
	};
}

function renderLine(t: Translate, speaker: SpeakerCount): string {
	const name = escapeClipped(speaker.name, NAME_MAX);
	const counts = figures(t, speaker);
	if (speaker.description === null) return t('speakers.line', { name, counts });
	return t('speakers.line-described', {
		name,
		description: escapeClipped(speaker.description, DESCRIPTION_MAX),
		counts,
	});
}

function figures(t: Translate, { direct, reported }: SpeakerCount): string {
	const own = direct > 0 ? [t('speakers.direct', { count: direct })] : [];
	return [...own, ...(reported > 0 ? [t('speakers.reported', { count: reported })] : [])].join(', ');
}

/** None when there is a name that cannot be drawn: the list says it all. */
async function picture(t: Translate, speakers: readonly SpeakerCount[]): Promise<Attachment[]> {
	const bars = speakers.map((speaker) => ({
		name: inline(clip(speaker.name, NAME_MAX)),
		direct: speaker.direct,
		reported: speaker.reported,
		figures: figures(t, speaker),
	}));
	if (!bars.every(({ name }) => isDrawable(name))) return [];
	const words = bars.map(({ name, figures }) => `${name}: ${figures}`).join('; ');
	const alt = clip(t('speakers.picture', { words }), ALT_TEXT_MAX);
	return [{ name: 'speakers.png', data: await drawSpeakerBars(bars), alt }];
}
