import i18next, { type i18n } from 'i18next';
import { de } from './de.js';
import { type Catalogue, en } from './en.js';

type WithoutPlural<Key> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;

/** A text of the catalogue; plurals go by one name, with a `count`. */
export type TextKey = WithoutPlural<keyof typeof en>;

/** Gives a text in the reader's language. Values go in as they are: escape what comes from outside first. */
export interface Translate {
	(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
	/** BCP 47, for dates and numbers. */
	readonly locale: string;
}

/** The languages there are, by the first part of Discord's locale names. */
const CATALOGUES: Readonly<Record<string, Catalogue>> = { en, de };

const texts: i18n = i18next.createInstance();
await texts.init({
	lng: 'en',
	fallbackLng: 'en',
	resources: Object.fromEntries(
		Object.entries(CATALOGUES).map(([language, translation]) => [language, { translation }]),
	),
	keySeparator: false,
	nsSeparator: false,
	initAsync: false,
	// The values are escaped for Discord; escaping for HTML would show.
	interpolation: { escapeValue: false },
});

/** @param locale - As Discord names it, such as `en-GB` or `de`; English where there is no catalogue for it. */
export function translator(locale: string): Translate {
	const language = locale.split('-')[0] ?? locale;
	const known = Object.hasOwn(CATALOGUES, language);
	const get = texts.getFixedT(known ? language : 'en');
	const translate = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => get(key, { ...values });
	return Object.assign(translate, { locale: known ? locale : 'en' });
}

/** The text in every language but English, by Discord's locale names, for the descriptions of commands. */
export function localizations(key: TextKey): Record<string, string> {
	return Object.fromEntries(
		Object.keys(CATALOGUES)
			.filter((language) => language !== 'en')
			.map((language) => [language, translator(language)(key)]),
	);
}
