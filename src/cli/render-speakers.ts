import type { SpeakerCount } from '../answer/list-speakers.js';
import { oneLine, type Page, wrap } from './page.js';

/** @returns Whose words the articles give, one speaker after the other with how often and how. */
export function renderSpeakers(page: Page, speakers: readonly SpeakerCount[]): string {
	if (speakers.length === 0) return 'The articles give nobody’s words.\n';
	return speakers.map((speaker) => renderSpeaker(page, speaker)).join('\n');
}

function renderSpeaker(page: Page, { name, description, aliases, direct, reported }: SpeakerCount): string {
	const who = `${page.colors.bold(oneLine(name))}${description === null ? '' : `, ${oneLine(description)}`}`;
	const counts = [direct > 0 && `quoted ${times(direct)}`, reported > 0 && `reported ${times(reported)}`];
	const known = aliases.length === 0 ? '' : `; also called ${aliases.map((alias) => `“${oneLine(alias)}”`).join(', ')}`;
	const details = `${counts.filter(Boolean).join(', ')}${known}`;
	return `${wrap(page, who, '  ')}\n${page.colors.dim(wrap(page, details, '    '))}\n`;
}

function times(count: number): string {
	return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
