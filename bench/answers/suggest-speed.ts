import { suggestArticles, suggestQuestions, suggestSpeakers } from '../../src/answer/suggest.js';
import { buildLibrary } from '../../src/search/build-library.js';
import { readArticles, readQuestions } from './question-set.js';

/** Prints how long suggestions take while the news questions are typed, letter by letter. */
export function printSuggestSpeed(bench: string): void {
	const library = buildLibrary(readArticles(bench, 'news/library.jsonl'));
	const typed = readQuestions(bench, 'news/questions.jsonl', 'overlap').flatMap(({ question }, i) => {
		return question.slice(0, 1 + ((i * 7) % question.length));
	});
	console.log('\nsuggestions, 30 articles of news, ms');
	for (const [name, suggest] of [
		['questions', suggestQuestions],
		['speakers', suggestSpeakers],
		['articles', suggestArticles],
	] as const) {
		const times = typed.map((text) => {
			const startedAt = performance.now();
			suggest(library, text);
			return performance.now() - startedAt;
		});
		const first = times[0] ?? 0;
		times.sort((a, b) => a - b);
		const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
		console.log(`  ${name.padEnd(10)} first ${first.toFixed(2)}, p50 ${at(0.5)}, p99 ${at(0.99)}`);
	}
}
