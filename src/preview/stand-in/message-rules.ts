import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { TopLevelComponent } from './component-schema.js';
import { emptyMessage, type FieldError, invalidForm } from './discord-error.js';
import { LIMITS } from './limits.js';
import type { Embed } from './message-schema.js';

/** A message as it would stand once the request is carried out. */
export interface Draft {
	readonly content: string;
	readonly embeds: readonly Embed[];
	readonly components: readonly TopLevelComponent[];
	readonly flags: number;
	readonly attachments: readonly { readonly filename: string }[];
}

/** Any component, seen loosely: what the walks below need of it. */
export interface AnyComponent {
	readonly type: number;
	readonly custom_id?: string;
	readonly content?: string;
	readonly components?: readonly AnyComponent[];
	readonly accessory?: AnyComponent;
	readonly component?: AnyComponent;
}

/** Every component of a message in reading order, nested ones included. */
export function* walkComponents(components: readonly AnyComponent[]): Generator<AnyComponent> {
	for (const component of components) {
		yield component;
		if (component.components) yield* walkComponents(component.components);
		if (component.accessory) yield component.accessory;
		if (component.component) yield component.component;
	}
}

/** The rules that span several fields. @throws {DiscordError} Where Discord would refuse the message. */
export function checkMessage(draft: Draft): void {
	const v2 = (draft.flags & MessageFlags.IsComponentsV2) !== 0;
	const errors = v2 ? errorsOfV2(draft) : errorsOfLegacy(draft);
	errors.push(...errorsOfCustomIds(draft.components), ...errorsOfFileNames(draft));
	if (errors.length > 0) throw invalidForm(errors);
	const { content, embeds, components, attachments } = draft;
	const said = v2 ? components.length : content.trim().length + embeds.length + components.length + attachments.length;
	if (said === 0) throw emptyMessage();
}

function errorsOfLegacy({ embeds, components }: Draft): FieldError[] {
	const errors: FieldError[] = [];
	const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
	if (total > LIMITS.embedTexts)
		errors.push({
			path: ['embeds'],
			code: 'MAX_EMBED_SIZE_EXCEEDED',
			message: `Embed size exceeds maximum size of ${LIMITS.embedTexts}`,
		});
	if (components.length > LIMITS.actionRows)
		errors.push({
			path: ['components'],
			code: 'BASE_TYPE_BAD_LENGTH',
			message: `Must be between 1 and ${LIMITS.actionRows} in length.`,
		});
	for (const [index, { type }] of components.entries()) {
		if (type !== ComponentType.ActionRow)
			errors.push({
				path: ['components', index, 'type'],
				code: 'UNION_TYPE_CHOICES',
				message: `Value of field "type" must be one of (1,) without the components V2 flag.`,
			});
	}
	return errors;
}

function errorsOfV2({ content, embeds, components }: Draft): FieldError[] {
	const errors: FieldError[] = [];
	const legacy = { content: content.length, embeds: embeds.length };
	for (const [field, length] of Object.entries(legacy)) {
		if (length > 0)
			errors.push({
				path: [field],
				code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
				message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
			});
	}
	const all = [...walkComponents(components as readonly AnyComponent[])];
	if (all.length > LIMITS.components)
		errors.push({
			path: ['components'],
			code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
			message: `The total number of components exceeds the maximum of ${LIMITS.components}`,
		});
	const shown = all.reduce((sum, { type, content }) => sum + (type === 10 ? (content?.length ?? 0) : 0), 0);
	if (shown > LIMITS.displayedText)
		errors.push({
			path: ['components'],
			code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
			message: `Total displayable text size exceeds the maximum size of ${LIMITS.displayedText}`,
		});
	return errors;
}

function errorsOfCustomIds(components: readonly TopLevelComponent[]): FieldError[] {
	const seen = new Set<string>();
	const errors: FieldError[] = [];
	for (const { custom_id } of walkComponents(components as readonly AnyComponent[])) {
		if (custom_id === undefined) continue;
		if (seen.has(custom_id))
			errors.push({
				path: ['components'],
				code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
				message: `Component custom id cannot be duplicated: ${custom_id}`,
			});
		seen.add(custom_id);
	}
	return errors;
}

/** `attachment://name` must name a file of the same message, wherever it stands. */
function errorsOfFileNames({ embeds, components, attachments }: Draft): FieldError[] {
	const names = new Set(attachments.map(({ filename }) => filename));
	const text = JSON.stringify([embeds, components]);
	return [...text.matchAll(/"url":"attachment:\/\/([^"]+)"/g)]
		.filter(([, name]) => !names.has(name ?? ''))
		.map(([, name]) => ({
			path: ['components'],
			code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
			message: `The referenced attachment ${name} was not found`,
		}));
}

function embedLength(embed: Embed): number {
	const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
	const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields];
	return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
