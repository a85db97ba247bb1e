import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { UserError } from '../../src/errors.js';
import { decodeState } from '../../src/reply/answer-message.js';
import type { Translate } from '../../src/reply/locales/catalogue.js';
import { type ShownSentence, showPlaces } from '../../src/reply/shown-sentence.js';
import type { Services } from '../services.js';

/**
 * What a button carries: the sentences, and the number of a page or of one of them.
 *
 * @throws {UserError} When the articles have changed since.
 */
export function readState(
	{ customId }: ButtonInteraction | StringSelectMenuInteraction,
	{ library, refs }: Services,
	t: Translate,
): { number: number; first: number | undefined; shown: ShownSentence[] } {
	const state = decodeState(refs, customId);
	if (state === null) throw new UserError(t('error.changed'));
	return { number: state.page, first: state.first, shown: showPlaces(library, state.places) };
}

/** True when only its reader sees the message that the button hangs on. */
export function isOnPrivateMessage(interaction: ButtonInteraction | StringSelectMenuInteraction): boolean {
	return interaction.message.flags.has('Ephemeral');
}
