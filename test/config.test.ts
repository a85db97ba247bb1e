import { expect, test } from 'vitest';
import { readConfig } from '../src/config.js';
import { ConfigError } from '../src/errors.js';

test('GIVEN an empty environment THEN everything has its default', () => {
	expect(readConfig({ DISCORD_TOKEN: '', PORT: ' ' })).toMatchObject({
		token: null,
		apiUrl: 'https://discord.com/api',
		library: null,
		logLevel: 'info',
		shards: 'auto',
		port: 8377,
	});
});

test('GIVEN several wrong values THEN all are named at once and no value is repeated', () => {
	const env = {
		DISCORD_TOKEN: 'secret with-space',
		DISCORD_GUILD_ID: 'my server',
		DISCORD_API_URL: 'ftp://example.org',
		LOG_LEVEL: 'loud',
		SHARDS: 'many',
		PORT: '70000',
	};
	const read = () => readConfig(env, ['DISCORD_APPLICATION_ID']);
	expect(read).toThrow(ConfigError);
	for (const name of [...Object.keys(env), 'DISCORD_APPLICATION_ID']) expect(read).toThrow(`  ${name}: `);
	expect(read).not.toThrow('secret');
});

test.each([
	['one of several', { SHARDS: '0-2,5', SHARD_COUNT: '6' }, [0, 1, 2, 5]],
	['the same one twice', { SHARDS: '1,0-1', SHARD_COUNT: '2' }, [1, 0]],
	['as Discord says', { SHARDS: 'auto' }, 'auto'],
])('GIVEN shards: %s THEN they are numbered', (_case, env, shards) => {
	expect(readConfig(env).shards).toEqual(shards);
});

test.each([
	['no count', { SHARDS: '0' }, 'SHARD_COUNT'],
	['one that does not exist', { SHARDS: '0-3', SHARD_COUNT: '2' }, 'shard 2 does not exist among 2'],
	['a range backwards', { SHARDS: '3-1', SHARD_COUNT: '4' }, 'SHARDS'],
])('GIVEN shards with %s THEN it says so', (_case, env, message) => {
	expect(() => readConfig(env)).toThrow(message);
});
