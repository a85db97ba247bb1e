import type { WebSocket } from 'ws';

/** A gateway session: it outlives its connection, and replays what was missed when it is resumed. */
export class Session {
	#sequence = 0;
	/** Every event so far, for replay. A stand-in sees too few of them to forget any. */
	readonly #events: { readonly sequence: number; readonly text: string }[] = [];
	socket: WebSocket | null = null;

	constructor(
		readonly id: string,
		readonly shard: readonly [number, number],
		readonly intents: number,
	) {}

	dispatch(name: string, data: unknown): void {
		this.#sequence += 1;
		const text = JSON.stringify({ op: 0, t: name, s: this.#sequence, d: data });
		this.#events.push({ sequence: this.#sequence, text });
		this.socket?.send(text);
	}

	/** Sends all that came after `sequence` to the present connection. */
	replay(sequence: number): void {
		for (const event of this.#events) if (event.sequence > sequence) this.socket?.send(event.text);
	}
}
