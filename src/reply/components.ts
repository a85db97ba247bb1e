import {
	type APIButtonComponentWithCustomId,
	type APISelectMenuOption,
	type APIStringSelectComponent,
	ButtonStyle,
	ComponentType,
} from 'discord.js';
import { clip } from './clip.js';
import { BUTTON_LABEL_MAX, BUTTONS_PER_ROW_MAX, SELECT_OPTIONS_MAX, SELECT_TEXT_MAX } from './limits.js';
import type { Row } from './reply.js';

/** A button whose `customId` says all that answering it takes. */
export function button(customId: string, label: string, disabled = false): APIButtonComponentWithCustomId {
	return {
		type: ComponentType.Button,
		style: ButtonStyle.Secondary,
		custom_id: customId,
		label: clip(label, BUTTON_LABEL_MAX),
		disabled,
	};
}

/** The buttons in as many rows as they need, none when there are none. */
export function buttonRows(buttons: readonly APIButtonComponentWithCustomId[]): Row[] {
	const rows: Row[] = [];
	for (let at = 0; at < buttons.length; at += BUTTONS_PER_ROW_MAX) {
		rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + BUTTONS_PER_ROW_MAX) });
	}
	return rows;
}

/** A menu to choose one of at most 25 options from; no row when there are none. */
export function selectRow(customId: string, placeholder: string, options: readonly APISelectMenuOption[]): Row[] {
	if (options.length === 0) return [];
	const menu: APIStringSelectComponent = {
		type: ComponentType.StringSelect,
		custom_id: customId,
		placeholder,
		options: options.slice(0, SELECT_OPTIONS_MAX).map(({ label, value, description }) => ({
			label: clip(label, SELECT_TEXT_MAX),
			value,
			...(description ? { description: clip(description, SELECT_TEXT_MAX) } : {}),
		})),
	};
	return [{ type: ComponentType.ActionRow, components: [menu] }];
}
