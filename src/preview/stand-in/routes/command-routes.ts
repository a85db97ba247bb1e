import * as z from 'zod';
import type { ApiRequest } from '../api-request.js';
import type { Commands, RegisteredCommand } from '../commands.js';
import { missingAccess, parseForm } from '../discord-error.js';
import type { Route } from '../http-api.js';
import type { World } from '../world.js';

/** OpenAPI allows 130 in one request: 100 chat-input, 15 user and 15 message commands. */
const bulk = z.array(z.unknown()).max(130);

/** Registration, global and per server. */
export function commandRoutes(world: World, commands: Commands): Route[] {
	const global = '/applications/:application/commands';
	const guild = '/applications/:application/guilds/:guild/commands';
	return [global, guild].flatMap((path) => [
		route('GET', path, (scope, { query }) =>
			commands.list(scope).map((it) => shown(it, query.get('with_localizations') === 'true')),
		),
		route('PUT', path, (scope, { body }) => commands.overwrite(scope, parseForm(bulk, body))),
		route('POST', path, (scope, { body }) => commands.upsert(scope, body)),
		route('GET', `${path}/:id`, (scope, { params }) => commands.get(scope, params.id ?? '')),
		route('PATCH', `${path}/:id`, (scope, { params, body }) => commands.edit(scope, params.id ?? '', Object(body))),
		route('DELETE', `${path}/:id`, (scope, { params }) => commands.remove(scope, params.id ?? '')),
	]);

	function route(method: string, path: string, act: (scope: string | null, request: ApiRequest) => unknown): Route {
		return {
			method,
			path,
			auth: true,
			handle: (request) => {
				const { application, guild = null } = request.params;
				if (application !== world.application.id) throw missingAccess();
				if (guild !== null && ![...world.places.values()].some((it) => it.installed && it.guild?.id === guild))
					throw missingAccess();
				const body = act(guild, request);
				return body === undefined ? { status: 204 } : { status: 200, body };
			},
		};
	}
}

/** A list leaves the localisations out unless they are asked for. */
function shown(command: RegisteredCommand, localized: boolean): unknown {
	if (localized) return command;
	return JSON.parse(JSON.stringify(command), (key, value: unknown) =>
		key.endsWith('_localizations') ? undefined : value,
	);
}
