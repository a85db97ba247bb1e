import { type Client, type DiscordAPIError, type Interaction, type REST, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StandIn } from '../../../src/preview/stand-in/stand-in.js';
import type { Place } from '../../../src/preview/stand-in/world.js';
import { connect, EVERYWHERE, SAY } from './client.js';

let discord: StandIn;
let rest: REST;
let client: Client;
let place: Place;
let close: () => Promise<void>;
let handle: (interaction: Interaction) => Promise<unknown>;

beforeAll(async () => {
	({ discord, client, close } = await connect((it) => handle(it)));
	rest = client.rest;
	await client.application?.commands.set([SAY] as never);
	place = discord.serverChannel();
});
afterAll(() => close());

/** The code that a callback with this body is refused with, `null` when it is taken. */
async function codeOf(
	type: number,
	data: unknown,
	files: { name: string; data: Buffer }[] = [],
): Promise<string | null> {
	let code: string | null = null;
	const seen = new Promise<void>((resolve) => {
		handle = async ({ id, token }) => {
			code = await rest
				.post(Routes.interactionCallback(id, token), { body: { type, data }, files, auth: false })
				.then(() => null)
				.catch(
					(error: DiscordAPIError) =>
						`${error.code} ${JSON.stringify((error.rawError as { errors?: object }).errors ?? {})}`,
				);
			resolve();
		};
	});
	const ada = discord.person({ name: 'Ada' });
	const acting = type === 8 ? ada.autocomplete(place, 'say', 'text', 'x') : ada.open(place, 'say', { text: 'x' });
	acting.catch(() => undefined);
	await seen;
	return code;
}

const chars = (count: number) => 'x'.repeat(count);
const list = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const button = (more: object = {}) => ({ type: 2, style: 2, label: 'B', custom_id: 'b', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const menu = (more: object = {}) => ({ type: 3, custom_id: 's', options: [{ label: 'A', value: 'a' }], ...more });
const embed = (more: object) => ({ content: 'x', embeds: [more] });
const V2 = { flags: 1 << 15 };
const text = (content: string) => ({ type: 10, content });

test.each<[string, object]>([
	['content of 2000 characters', { content: chars(2_000) }],
	['ten embeds of 600 characters', { embeds: list(10, () => ({ description: chars(600) })) }],
	[
		'five rows of five buttons',
		{ content: 'x', components: list(5, (r) => row(...list(5, (c) => button({ custom_id: `${r}${c}` })))) },
	],
	['a custom id of 100 characters', { content: 'x', components: [row(button({ custom_id: chars(100) }))] }],
	['4000 characters of displayed text', { ...V2, components: [text(chars(4_000))] }],
	['40 components', { ...V2, components: [{ type: 17, components: list(39, () => text('x')) }] }],
])('GIVEN %s THEN Discord takes it', async (_what, data) => {
	expect(await codeOf(4, data)).toBeNull();
});

test.each<[string, object, string]>([
	['nothing at all', {}, '50006'],
	['white space only', { content: ' \n' }, '50006'],
	['content of 2001 characters', { content: chars(2_001) }, '50035 .*"content".*2000 or fewer'],
	['eleven embeds', { embeds: list(11, () => ({ title: 'x' })) }, '50035 .*"embeds"'],
	[
		'embeds of 6001 characters together',
		{ embeds: list(2, (n) => ({ description: chars(3_000 + n) })) },
		'MAX_EMBED_SIZE_EXCEEDED',
	],
	['a long embed title', embed({ title: chars(257) }), '"title"'],
	['a long embed description', embed({ description: chars(4_097) }), '"description"'],
	['a long embed footer', embed({ footer: { text: chars(2_049) } }), '"footer"'],
	['a long embed author', embed({ author: { name: chars(257) } }), '"author"'],
	['26 embed fields', embed({ fields: list(26, () => ({ name: 'a', value: 'b' })) }), '"fields"'],
	['a long field name', embed({ fields: [{ name: chars(257), value: 'b' }] }), '"name"'],
	['a long field value', embed({ fields: [{ name: 'a', value: chars(1_025) }] }), '"value"'],
	['an empty field value', embed({ fields: [{ name: 'a', value: '' }] }), '"value"'],
	['an address that is none', embed({ image: { url: 'nowhere' } }), 'well formed'],
	['six rows', { content: 'x', components: list(6, (n) => row(button({ custom_id: `${n}` }))) }, '"components"'],
	[
		'six buttons in a row',
		{ content: 'x', components: [row(...list(6, (n) => button({ custom_id: `${n}` })))] },
		'"components"',
	],
	['an empty row', { content: 'x', components: [row()] }, '"components"'],
	['a button beside a menu', { content: 'x', components: [row(menu(), button())] }, 'LAYOUT_WIDTH'],
	['a long custom id', { content: 'x', components: [row(button({ custom_id: chars(101) }))] }, '"custom_id"'],
	['the same custom id twice', { content: 'x', components: [row(button(), button())] }, 'CUSTOM_ID_DUPLICATED'],
	['a button without custom id', { content: 'x', components: [row(button({ custom_id: undefined }))] }, '"custom_id"'],
	['a long label', { content: 'x', components: [row(button({ label: chars(81) }))] }, '"label"'],
	['a button without label', { content: 'x', components: [row(button({ label: '' }))] }, '"label"'],
	[
		'a long link',
		{ content: 'x', components: [row({ type: 2, style: 5, label: 'L', url: `https://a.example/${chars(512)}` })] },
		'"url"',
	],
	[
		'a link to a script',
		{ content: 'x', components: [row({ type: 2, style: 5, label: 'L', url: 'javascript:1' })] },
		'Scheme',
	],
	[
		'26 menu options',
		{ content: 'x', components: [row(menu({ options: list(26, (n) => ({ label: 'A', value: `${n}` })) }))] },
		'"options"',
	],
	[
		'a menu value twice',
		{ content: 'x', components: [row(menu({ options: list(2, () => ({ label: 'A', value: 'a' })) }))] },
		'VALUE_DUPLICATED',
	],
	[
		'a long menu label',
		{ content: 'x', components: [row(menu({ options: [{ label: chars(101), value: 'a' }] }))] },
		'"label"',
	],
	['a long placeholder', { content: 'x', components: [row(menu({ placeholder: chars(151) }))] }, '"placeholder"'],
	[
		'41 components',
		{ ...V2, components: [{ type: 17, components: list(40, () => text('x')) }] },
		'MAX_TOTAL_COMPONENTS',
	],
	[
		'4001 characters of displayed text',
		{ ...V2, components: [text(chars(4_000)), text('x')] },
		'DISPLAYABLE_TEXT_SIZE',
	],
	['content beside components V2', { ...V2, content: 'x', components: [text('x')] }, 'LEGACY_FIELDS'],
	['a text display without the flag', { content: 'x', components: [text('x')] }, 'UNION_TYPE'],
	['an unknown component', { content: 'x', components: [{ type: 99 }] }, '50035'],
	[
		'eleven gallery items',
		{ ...V2, components: [{ type: 12, items: list(11, () => ({ media: { url: 'https://a.example' } })) }] },
		'"items"',
	],
	['a file that is not there', embed({ image: { url: 'attachment://none.png' } }), 'ATTACHMENT_NOT_FOUND'],
	[
		'parse and ids of one kind',
		{ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'.repeat(18)] } },
		'mutually exclusive',
	],
	[
		'101 ids',
		{ content: 'x', allowed_mentions: { users: list(101, (n) => String(10n ** 17n + BigInt(n))) } },
		'"users"',
	],
	['flags that are not its own', { content: 'x', flags: 1 << 7 }, '"flags"'],
])('GIVEN %s THEN Discord refuses the message', async (_what, data, refusal) => {
	const before = discord.violations.length;
	expect(await codeOf(4, data)).toMatch(new RegExp(refusal));
	expect(discord.violations.length).toBe(before + 1);
});

test.each<[string, { name: string; data: Buffer }[], string]>([
	['eleven files', list(11, (n) => ({ name: `${n}.txt`, data: Buffer.from('x') })), '50035'],
	['a file of more than 10 MiB', [{ name: 'a.bin', data: Buffer.alloc(10 * 1024 * 1024 + 1) }], '40005'],
	[
		'a request of more than 25 MiB',
		list(3, (n) => ({ name: `${n}.bin`, data: Buffer.alloc(9 * 1024 * 1024) })),
		'40005',
	],
])('GIVEN %s THEN Discord refuses the upload', async (_what, files, refusal) => {
	expect(await codeOf(4, { content: 'x' }, files)).toMatch(refusal);
});

test.each<[string, object]>([
	['26 choices', { choices: list(26, (n) => ({ name: `${n}`, value: `${n}` })) }],
	['a long choice name', { choices: [{ name: chars(101), value: 'a' }] }],
	['an empty choice name', { choices: [{ name: '', value: 'a' }] }],
	['a long choice value', { choices: [{ name: 'a', value: chars(101) }] }],
])('GIVEN %s THEN Discord refuses the suggestions', async (_what, data) => {
	expect(await codeOf(8, data)).toMatch(/^50035/);
});

test.each<[string, object]>([
	['a long title', { title: chars(46) }],
	['six components', { components: list(6, () => text('x')) }],
	['a long label', { components: [{ type: 18, label: chars(46), component: { type: 4, custom_id: 'a', style: 1 } }] }],
])('GIVEN a form with %s THEN Discord refuses it', async (_what, more) => {
	expect(await codeOf(9, { custom_id: 'f', title: 'Form', components: [text('x')], ...more })).toMatch(/^50035/);
});

const command = (more: object) => ({ ...EVERYWHERE, name: 'a', description: 'A', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'o', description: 'O', ...more });

test.each<[string, object[], string]>([
	['a name in capitals', [command({ name: 'Ask' })], 'lower case'],
	['a name with a space', [command({ name: 'a b' })], 'regex'],
	['a long name', [command({ name: chars(33) })], 'regex'],
	['no description', [command({ description: '' })], '"description"'],
	['a long description', [command({ description: chars(101) })], '"description"'],
	[
		'a long translated description',
		[command({ description_localizations: { de: chars(101) } })],
		'description_localizations',
	],
	[
		'a locale that Discord does not know',
		[command({ description_localizations: { xx: 'A' } })],
		'description_localizations',
	],
	[
		'a required option after another',
		[command({ options: [option(), option({ name: 'p', required: true })] })],
		'Required options',
	],
	['26 options', [command({ options: list(26, (n) => option({ name: `o${n}` })) })], '"options"'],
	['an option name twice', [command({ options: [option(), option()] })], 'unique'],
	[
		'26 choices',
		[command({ options: [option({ choices: list(26, (n) => ({ name: `${n}`, value: `${n}` })) })] })],
		'"choices"',
	],
	[
		'choices and autocomplete',
		[command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
		'Autocomplete',
	],
	['autocomplete of a boolean', [command({ options: [option({ type: 5, autocomplete: true })] })], 'autocomplete'],
	['a context that is none', [command({ contexts: [3] })], '"contexts"'],
	[
		'more than 8000 characters',
		[
			command({
				options: list(25, (n) =>
					option({ name: `o${n}`, choices: list(25, (m) => ({ name: chars(10), value: `${m}${chars(8)}` })) }),
				),
			}),
		],
		'8000',
	],
	['two commands of one name', [command({}), command({})], 'unique'],
	['101 commands', list(101, (n) => command({ name: `a${n}` })), '100'],
])('GIVEN %s THEN Discord refuses the registration', async (_what, commands, refusal) => {
	const route = Routes.applicationCommands(client.application?.id ?? '');
	discord.world.clock.advance(60_000);
	const outcome = await rest.put(route, { body: commands }).catch((error: DiscordAPIError) => error);
	expect(JSON.stringify((outcome as DiscordAPIError).rawError)).toMatch(refusal);
	expect(discord.commands.all.map(({ name }) => name)).toEqual(['say']);
});

test('GIVEN registered commands THEN they come back with what Discord adds and without what it drops', async () => {
	discord.world.clock.advance(60_000);
	const route = Routes.applicationCommands(client.application?.id ?? '');
	const body = [
		{
			...SAY,
			options: [option({ required: false, autocomplete: false })],
			description_localizations: { de: 'Sag etwas' },
		},
	];
	await rest.put(route, { body });
	const [plain] = (await rest.get(route)) as Record<string, unknown>[];
	expect(plain).toMatchObject({ contexts: [0, 1, 2], options: [option()], version: expect.any(String) });
	expect(plain).not.toHaveProperty('description_localizations');
	expect(JSON.stringify(plain)).not.toMatch(/required|autocomplete/);
	const [full] = (await rest.get(`${route}?with_localizations=true`)) as Record<string, unknown>[];
	expect(full).toMatchObject({ description_localizations: { de: 'Sag etwas' } });
	await rest.put(route, { body: [SAY] });
});
