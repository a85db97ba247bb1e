/** The time of the stand-in. Tests move it forward instead of waiting; timers due by then run at once. */
export class Clock {
	#offset = 0;
	readonly #alarms = new Set<{ at: number; ring: () => void; timer: NodeJS.Timeout }>();

	now(): number {
		return Date.now() + this.#offset;
	}

	/** Runs `ring` once, `ms` from now unless cancelled. Never keeps the process alive. */
	after(ms: number, ring: () => void): () => void {
		const alarm = {
			at: this.now() + ms,
			ring,
			timer: setTimeout(() => this.#ring(alarm), ms).unref(),
		};
		this.#alarms.add(alarm);
		return () => this.#drop(alarm);
	}

	advance(ms: number): void {
		this.#offset += ms;
		for (const alarm of [...this.#alarms]) if (alarm.at <= this.now()) this.#ring(alarm);
	}

	/** Cancels every alarm. */
	stop(): void {
		for (const alarm of [...this.#alarms]) this.#drop(alarm);
	}

	#ring(alarm: { at: number; ring: () => void; timer: NodeJS.Timeout }): void {
		if (!this.#alarms.has(alarm)) return;
		this.#drop(alarm);
		alarm.ring();
	}

	#drop(alarm: { at: number; ring: () => void; timer: NodeJS.Timeout }): void {
		clearTimeout(alarm.timer);
		this.#alarms.delete(alarm);
	}
}
