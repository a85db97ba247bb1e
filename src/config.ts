import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { config as readDotenv } from 'dotenv';
import * as z from 'zod';
import { ConfigError, type Problem } from './errors.js';

/** Where a token comes from, for whoever has none or a wrong one. */
export const COPY_TOKEN = 'copy it from https://discord.com/developers/applications (Bot, Reset Token)';

/** The settings of one run, from the environment. */
export interface Config {
	/** `null` without `DISCORD_TOKEN`: then there is no Discord to talk to, and the local preview runs. */
	readonly token: string | null;
	/** `null`: Discord is asked whose token it is. */
	readonly applicationId: string | null;
	/** Commands are registered in this server alone, where they appear at once; `null`: everywhere. */
	readonly guildId: string | null;
	/** Where Discord's HTTP API is served, without a slash at the end. */
	readonly apiUrl: string;
	/** A folder or file of articles; `null`: the shipped ones. */
	readonly library: string | null;
	readonly logLevel: (typeof LOG_LEVELS)[number];
	/** The shards that this process serves; `auto`: as many as Discord recommends, all of them here. */
	readonly shards: readonly number[] | 'auto';
	/** How many shards there are in all processes together; `null`: as many as `shards` says. */
	readonly shardCount: number | null;
	/** `null`: an embedded file. */
	readonly databaseUrl: string | null;
	/** Of the preview's page. */
	readonly port: number;
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const DEFAULT_API_URL = 'https://discord.com/api';
const DEFAULT_PORT = 8377;

/** Seventeen to twenty digits: Discord's ids are 64-bit numbers that begin with the time of creation. */
const SNOWFLAKE = /^\d{17,20}$/;
const snowflake = z.string().regex(SNOWFLAKE, 'must be an id of 17 to 20 digits');

/** Shard numbers as people write them: `0,1,2` or `0-3`, also mixed. */
const SHARD_LIST = /^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/;

const wholeNumber = (min: number, max: number) =>
	z
		.string()
		.regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
		.transform(Number)
		.refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`);

const environment = z.object({
	DISCORD_TOKEN: z.string().regex(/^\S+$/, 'must not contain white space').nullable().default(null),
	DISCORD_APPLICATION_ID: snowflake.nullable().default(null),
	DISCORD_GUILD_ID: snowflake.nullable().default(null),
	DISCORD_API_URL: z
		.url({ protocol: /^https?$/, error: 'must be an http or https address' })
		.transform((url) => url.replace(/\/+$/, ''))
		.default(DEFAULT_API_URL),
	LIBRARY: z.string().nullable().default(null),
	LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
	SHARDS: z
		.union(
			[
				z.literal('auto'),
				z
					.string()
					.regex(SHARD_LIST)
					.transform(expandShards)
					.refine((list) => list.length > 0),
			],
			{
				error: 'must be "auto" or shard numbers, such as 0,1 or 0-3',
			},
		)
		.default('auto'),
	SHARD_COUNT: wholeNumber(1, 16_384).nullable().default(null),
	DATABASE_URL: z.url('must be an address').nullable().default(null),
	PORT: wholeNumber(0, 65_535).default(DEFAULT_PORT),
});

/** Reads `.env` of the working directory into the environment; what is set already wins. */
export function loadEnvFile(folder = process.cwd()): void {
	const path = join(folder, '.env');
	if (existsSync(path)) readDotenv({ path, quiet: true });
}

/**
 * Reads the settings. An empty value counts as none, because `.env.example` is full of them.
 *
 * @param needed - Variables without which the caller cannot go on.
 * @throws {ConfigError} With every missing or malformed variable at once; never with its value, which may be a secret.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, needed: readonly (keyof Environment)[] = []): Config {
	const given = Object.fromEntries(
		Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
	);
	const parsed = environment.safeParse(given);
	const problems: Problem[] = needed
		.filter((name) => given[name] === undefined)
		.map((name) => ({ where: name, reason: name === 'DISCORD_TOKEN' ? `is missing; ${COPY_TOKEN}` : 'is missing' }));
	for (const issue of parsed.error?.issues ?? []) {
		problems.push({ where: String(issue.path[0]), reason: issue.message });
	}
	if (parsed.success) problems.push(...shardProblems(parsed.data));
	if (!parsed.success || problems.length > 0) {
		throw new ConfigError('The settings (environment or .env) are not right:', problems);
	}
	const values = parsed.data;
	return {
		token: values.DISCORD_TOKEN,
		applicationId: values.DISCORD_APPLICATION_ID,
		guildId: values.DISCORD_GUILD_ID,
		apiUrl: values.DISCORD_API_URL,
		library: values.LIBRARY,
		logLevel: values.LOG_LEVEL,
		shards: values.SHARDS,
		shardCount: values.SHARD_COUNT,
		databaseUrl: values.DATABASE_URL,
		port: values.PORT,
	};
}

type Environment = z.output<typeof environment>;

function shardProblems({ SHARDS, SHARD_COUNT }: Environment): Problem[] {
	if (SHARDS === 'auto') return [];
	if (SHARD_COUNT === null) return [{ where: 'SHARD_COUNT', reason: 'is needed when SHARDS names some of them' }];
	return SHARDS.filter((shard) => shard >= SHARD_COUNT).map((shard) => ({
		where: 'SHARDS',
		reason: `shard ${shard} does not exist among ${SHARD_COUNT}, which are numbered from 0`,
	}));
}

/** `0-2,5` becomes 0, 1, 2, 5. */
function expandShards(list: string): number[] {
	const shards = list.split(',').flatMap((part) => {
		const [first = 0, last = first] = part.split('-').map(Number);
		return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
	});
	return [...new Set(shards)];
}
