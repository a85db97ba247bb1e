/** Room for what one question finds, zeros where nothing is found yet. */
export interface ScanRoom {
	/** Pages of the rows of sentences, one behind the other. */
	pages: Uint32Array;
	/** Rows of what was read: how well the best matching word stands for each term, 0 to 1. */
	weights: Float32Array;
	/** Rows of how often each term is met. */
	counts: Uint16Array;
	/** By row, BM25+ of the sentence's own words, as MiniSearch scores them, with each match weighed; 0 until it is asked for. */
	scores: Float32Array;
	/** Of each stem that is looked for: its number, 0 where it is not listed, and the next of its postings to read. */
	stems: Int32Array;
	listed: Uint8Array;
	next: Int32Array;
	/** The first of its links to terms, plus 1. */
	firstLink: Int32Array;
	/** Of each link, the term, how well the stem stands for it, and the next link of the stem, plus 1; 0 for none. */
	linkTerm: Int32Array;
	linkWeight: Float32Array;
	nextLink: Int32Array;
}

/** Room that a question has given back, for the next one: to make it anew takes longer than to clear it. */
let spare: ScanRoom | null = null;

function makeLinks(count: number) {
	return {
		stems: new Int32Array(count),
		listed: new Uint8Array(count),
		next: new Int32Array(count),
		firstLink: new Int32Array(count),
		linkTerm: new Int32Array(count),
		linkWeight: new Float32Array(count),
		nextLink: new Int32Array(count),
	};
}

/** @returns Room given back by an earlier scan, or new. */
export function takeRoom(): ScanRoom {
	const room = spare ?? {
		pages: new Uint32Array(4_096),
		weights: new Float32Array(16_384),
		counts: new Uint16Array(16_384),
		scores: new Float32Array(2_048),
		...makeLinks(256),
	};
	spare = null;
	return room;
}

/** Takes room back for the next scan, when so many places, rows and terms were in use. */
export function giveBackRoom(room: ScanRoom, places: number, rows: number, width: number): void {
	room.pages.fill(0, 0, places);
	room.weights.fill(0, 0, rows * width);
	room.counts.fill(0, 0, rows * width);
	room.scores.fill(0, 0, rows);
	spare = room;
}

/** Makes sure that there is room for so many links; called before there are any. */
export function makeRoomForLinks(room: ScanRoom, links: number): void {
	if (links > room.linkTerm.length) Object.assign(room, makeLinks(2 * links));
}

/** Grows the room's columns to so many places of pages and rows. */
export function makeRoom(room: ScanRoom, places: number, rows: number, width: number): void {
	if (places > room.pages.length) room.pages = grow(new Uint32Array(2 * places), room.pages);
	if (rows > room.scores.length) room.scores = grow(new Float32Array(2 * rows), room.scores);
	if (rows * width > room.weights.length) {
		room.weights = grow(new Float32Array(2 * rows * width), room.weights);
		room.counts = grow(new Uint16Array(2 * rows * width), room.counts);
	}
}

function grow<T extends Uint16Array | Uint32Array | Float32Array>(longer: T, column: T): T {
	longer.set(column);
	return longer;
}
