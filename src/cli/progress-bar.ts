import type { SingleBar } from 'cli-progress';
import type { Screen } from './terminal.js';

/** Work that ends sooner needs no bar. */
const PATIENCE_MS = 500;
/** How often a line is written where there is no terminal to draw on. */
const LINE_EVERY_MS = 5000;

/** A bar on a terminal, a line now and then elsewhere; nothing at all for work that is done in an instant. */
export class ProgressBar {
	readonly #screen: Screen;
	readonly #label: string;
	readonly #since = performance.now();
	#bar: SingleBar | 'coming' | null = null;
	#stopped = false;

	constructor(screen: Screen, label: string) {
		this.#screen = screen;
		this.#label = label;
	}

	/** Says how far the work is. */
	update(done: number, total: number): void {
		if (this.#bar === null && performance.now() - this.#since > PATIENCE_MS) void this.#start(done, total);
		else if (this.#bar !== null && this.#bar !== 'coming') this.#bar.update(done);
	}

	/** Takes the bar away. */
	stop(): void {
		this.#stopped = true;
		if (this.#bar !== null && this.#bar !== 'coming') this.#bar.stop();
	}

	async #start(done: number, total: number): Promise<void> {
		this.#bar = 'coming';
		const { Presets, SingleBar } = await import('cli-progress');
		if (this.#stopped) return;
		this.#bar = new SingleBar(
			{
				stream: this.#screen,
				format: `${this.#label} [{bar}] {percentage} %, {eta_formatted} left`,
				barsize: 30,
				clearOnComplete: true,
				stopOnComplete: false,
				gracefulExit: false,
				noTTYOutput: true,
				notTTYSchedule: LINE_EVERY_MS,
			},
			Presets.legacy,
		);
		this.#bar.start(total, done);
	}
}
