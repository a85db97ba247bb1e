import type { SingleBar } from 'cli-progress';
import type { Screen } from './terminal.js';

/** Work that ends sooner needs no bar. */
const PATIENCE_MS = 500;
/** Sooner than that an estimate is a guess: threads are still starting. */
const ESTIMATE_AFTER_MS = 4000;
/** How often a line is written where there is no terminal to draw on. */
const LINE_EVERY_MS = 10_000;

/** A bar on a terminal, a line now and then elsewhere; nothing at all for work that is done in an instant. */
export class ProgressBar {
	readonly #screen: Screen;
	readonly #label: string;
	#startedAt: number | null = null;
	#bar: SingleBar | null = null;
	#stopped = false;
	#nextAt = PATIENCE_MS;

	constructor(screen: Screen, label: string) {
		this.#screen = screen;
		this.#label = label;
	}

	/** Says how far the work is. */
	update(done: number, total: number): void {
		this.#startedAt ??= performance.now();
		const elapsedMs = performance.now() - this.#startedAt;
		const left = elapsedMs < ESTIMATE_AFTER_MS ? '' : `, ${renderDuration((elapsedMs * (total - done)) / done)} left`;
		this.#bar?.update(done, { left });
		if (elapsedMs < this.#nextAt || done >= total) return;
		if (this.#screen.isTTY) {
			this.#nextAt = Number.POSITIVE_INFINITY;
			void this.#draw(done, total, left);
		} else {
			this.#nextAt = elapsedMs + LINE_EVERY_MS;
			this.#screen.write(`onrecord: ${this.#label}: ${Math.floor((100 * done) / total)} %${left}\n`);
		}
	}

	/** Takes the bar away. */
	stop(): void {
		this.#stopped = true;
		this.#bar?.stop();
		this.#bar = null;
	}

	async #draw(done: number, total: number, left: string): Promise<void> {
		const { Presets, SingleBar } = await import('cli-progress');
		if (this.#stopped) return;
		this.#bar = new SingleBar(
			{
				stream: this.#screen,
				format: `${this.#label} [{bar}] {percentage} %{left}`,
				barsize: 30,
				clearOnComplete: true,
				gracefulExit: false,
			},
			Presets.legacy,
		);
		this.#bar.start(total, done, { left });
	}
}

/** @returns `40 s` or `3 min`. */
function renderDuration(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
