declare module 'wink-porter2-stemmer' {
	/** @returns The Porter 2 stem of one English word, lower case. */
	export default function stem(word: string): string;
}
