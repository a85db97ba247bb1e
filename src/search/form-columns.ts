import { FEATURE } from './feature-names.js';
import { FORM } from './sentence-form.js';

/** Columns that repeat a bit of the sentence's form. */
export const FORM_COLUMNS: readonly (readonly [number, number])[] = [
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
