import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { type StandIn, startDiscord } from '../../../src/preview/stand-in/stand-in.js';

/** A stand-in with a real discord.js client on it; each test gives the client what it should do. */
export async function connect(handle: (interaction: Interaction) => unknown = () => undefined) {
	const discord = await startDiscord();
	const client = newClient(discord);
	client.on(Events.InteractionCreate, (interaction) => handle(interaction));
	const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
	await client.login(discord.token);
	await ready;
	const close = async () => {
		await client.destroy();
		await discord.close();
	};
	return { discord, client, close };
}

export function newClient(discord: StandIn): Client {
	const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.url } });
	// Without a listener an error would end the process; the tests look at what the stand-in saw.
	client.on(Events.Error, () => undefined);
	return client;
}

/** Installable everywhere, as the bot's own commands are. */
export const EVERYWHERE = { contexts: [0, 1, 2], integration_types: [0, 1] };

/** A command with one required option `text`. */
export const SAY = {
	...EVERYWHERE,
	name: 'say',
	description: 'Say something',
	options: [{ type: 3, name: 'text', description: 'What to say', required: true, autocomplete: true }],
};
