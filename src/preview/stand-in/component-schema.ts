import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import * as z from 'zod';
import { LIMITS } from './limits.js';

const text = (max: number) => z.string().min(1).max(max);
const id = z.number().int().nonnegative().optional();
const customId = text(LIMITS.customId);
const emoji = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() });
const media = z.looseObject({ url: z.string().regex(/^(https?|attachment):\/\/\S+$/, 'Not a well formed URL.') });
const altText = z.string().max(LIMITS.altText).nullish();

const fail = (context: z.RefinementCtx, path: PropertyKey[], code: string, message: string) =>
	context.addIssue({ code: 'custom', path, message, params: { code } });

const button = z
	.looseObject({
		type: z.literal(ComponentType.Button),
		id,
		style: z.enum(ButtonStyle),
		label: z.string().max(LIMITS.buttonLabel).nullish(),
		emoji: emoji.nullish(),
		custom_id: customId.optional(),
		url: text(LIMITS.linkUrl)
			.regex(/^(https?|discord):\/\/\S+$/, 'Scheme must be one of http, https, discord.')
			.optional(),
		disabled: z.boolean().optional(),
	})
	.superRefine((it, context) => {
		const link = it.style === ButtonStyle.Link;
		if (link && !it.url) fail(context, ['url'], 'BASE_TYPE_REQUIRED', 'A link button needs a url');
		if (link && it.custom_id)
			fail(context, ['custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_LINK', 'A link has no custom id');
		if (!link && it.url) fail(context, ['url'], 'BUTTON_COMPONENT_URL', 'Only a link button has a url');
		if (!link && it.style !== ButtonStyle.Premium && !it.custom_id)
			fail(context, ['custom_id'], 'BASE_TYPE_REQUIRED', 'This field is required');
		if (!it.label && !it.emoji && it.style !== ButtonStyle.Premium)
			fail(context, ['label'], 'BUTTON_COMPONENT_LABEL', 'A button needs a label or an emoji');
	});

const menu = {
	id,
	custom_id: customId,
	placeholder: z.string().max(LIMITS.placeholder).nullish(),
	min_values: z.number().int().min(0).max(LIMITS.selectOptions).optional(),
	max_values: z.number().int().min(1).max(LIMITS.selectOptions).optional(),
	disabled: z.boolean().optional(),
	required: z.boolean().optional(),
};

const stringSelect = z
	.looseObject({
		...menu,
		type: z.literal(ComponentType.StringSelect),
		options: z
			.array(
				z.looseObject({
					label: text(LIMITS.optionText),
					value: text(LIMITS.optionText),
					description: z.string().max(LIMITS.optionText).nullish(),
					emoji: emoji.nullish(),
					default: z.boolean().optional(),
				}),
			)
			.min(1)
			.max(LIMITS.selectOptions),
	})
	.superRefine((it, context) => {
		const values = new Set(it.options.map((option) => option.value));
		if (values.size < it.options.length)
			fail(context, ['options'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The option value is already used');
		if ((it.min_values ?? 1) > (it.max_values ?? 1))
			fail(context, ['min_values'], 'SELECT_COMPONENT_MIN_VALUES', 'Must not be more than max_values');
		if ((it.max_values ?? 1) > it.options.length)
			fail(context, ['max_values'], 'SELECT_COMPONENT_MAX_VALUES', 'Must not be more than the options');
	});

const entitySelect = z.looseObject({
	...menu,
	type: z.literal([
		ComponentType.UserSelect,
		ComponentType.RoleSelect,
		ComponentType.MentionableSelect,
		ComponentType.ChannelSelect,
	]),
});

const select = z.discriminatedUnion('type', [stringSelect, entitySelect]);

const row = z
	.looseObject({
		type: z.literal(ComponentType.ActionRow),
		id,
		components: z
			.array(z.discriminatedUnion('type', [button, stringSelect, entitySelect]))
			.min(1)
			.max(LIMITS.buttonsPerRow),
	})
	.superRefine((it, context) => {
		const menus = it.components.filter((component) => component.type !== ComponentType.Button);
		if (menus.length > 0 && it.components.length > 1)
			fail(context, ['components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select menu fills its row');
	});

const display = z.looseObject({ type: z.literal(ComponentType.TextDisplay), id, content: text(LIMITS.displayedText) });
const thumbnail = z.looseObject({ type: z.literal(ComponentType.Thumbnail), id, media, description: altText });
const section = z.looseObject({
	type: z.literal(ComponentType.Section),
	id,
	components: z.array(display).min(1).max(LIMITS.sectionTexts),
	accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.looseObject({
	type: z.literal(ComponentType.MediaGallery),
	id,
	items: z
		.array(z.looseObject({ media, description: altText }))
		.min(1)
		.max(LIMITS.galleryItems),
});
const file = z.looseObject({
	type: z.literal(ComponentType.File),
	id,
	file: z.looseObject({ url: z.string().startsWith('attachment://') }),
});
const separator = z.looseObject({
	type: z.literal(ComponentType.Separator),
	id,
	spacing: z.literal([1, 2]).optional(),
});
const content = [row, display, section, gallery, file, separator] as const;
const container = z.looseObject({
	type: z.literal(ComponentType.Container),
	id,
	accent_color: z.number().int().min(0).max(0xffffff).nullish(),
	components: z.array(z.discriminatedUnion('type', content)).min(1),
});

/** What may stand at the top of a message. */
export const topLevelComponent = z.discriminatedUnion('type', [...content, container]);
export type TopLevelComponent = z.infer<typeof topLevelComponent>;

const textInput = z.looseObject({
	type: z.literal(ComponentType.TextInput),
	custom_id: customId,
	style: z.literal([1, 2]),
	label: z.string().max(LIMITS.labelText).nullish(),
	min_length: z.number().int().min(0).max(LIMITS.textInput).optional(),
	max_length: z.number().int().min(1).max(LIMITS.textInput).optional(),
	required: z.boolean().optional(),
	value: z.string().max(LIMITS.textInput).nullish(),
	placeholder: z.string().max(100).nullish(),
});
const otherInput = z.looseObject({
	type: z.literal([
		ComponentType.FileUpload,
		ComponentType.RadioGroup,
		ComponentType.CheckboxGroup,
		ComponentType.Checkbox,
	]),
	custom_id: customId,
});
const label = z.looseObject({
	type: z.literal(ComponentType.Label),
	label: text(LIMITS.labelText),
	description: z.string().max(LIMITS.labelDescription).nullish(),
	component: z.discriminatedUnion('type', [textInput, otherInput, ...select.options]),
});
const inputRow = z.looseObject({ type: z.literal(ComponentType.ActionRow), components: z.array(textInput).length(1) });

/** A modal as sent with callback 9. */
export const modal = z.looseObject({
	custom_id: customId,
	title: text(LIMITS.modalTitle),
	components: z
		.array(z.discriminatedUnion('type', [label, inputRow, display]))
		.min(1)
		.max(LIMITS.modalComponents),
});
export type Modal = z.infer<typeof modal>;
