import { FORM } from '../sentence-form.js';
import { sentenceLength } from '../sentence-table.js';
import { FEATURE } from './feature-names.js';
import type { Subject } from './subject.js';

/** Columns that repeat a bit of the sentence's form. */
const COLUMNS: readonly (readonly [number, number])[] = [
	[FEATURE.isTitle, FORM.title],
	[FEATURE.quoteMarks, FORM.quoteMarks],
	[FEATURE.question, FORM.question],
	[FEATURE.pronounFirst, FORM.pronounFirst],
	[FEATURE.firstPerson, FORM.firstPerson],
	[FEATURE.negation, FORM.negation],
	[FEATURE.fullStop, FORM.fullStop],
	[FEATURE.digits, FORM.digits],
	[FEATURE.date, FORM.date],
	[FEATURE.money, FORM.money],
	[FEATURE.reason, FORM.reason],
	[FEATURE.place, FORM.place],
	[FEATURE.definition, FORM.definition],
	[FEATURE.definesTitle, FORM.definesTitle],
];

/** What the sentence looks like, whatever is asked. */
export function measureForm(row: Float32Array, { scan, sentence }: Subject): void {
	const { sentences } = scan.library;
	const bits = sentences.form[sentence] ?? 0;
	const length = sentenceLength(sentences, sentence);
	for (const [column, bit] of COLUMNS) row[column] = bits & bit ? 1 : 0;
	row[FEATURE.length] = Math.log((length + 1) / (sentences.meanLength + 1));
	row[FEATURE.short] = length < 6 ? 1 : 0;
}
