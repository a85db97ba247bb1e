import { createHash } from 'node:crypto';
import type { Article } from '../article/article.js';

/** @returns A hash of the articles' ids, titles, texts and corrections, in order: the same articles always give the same one. */
export function fingerprintArticles(articles: readonly Article[]): string {
	const hash = createHash('sha256');
	for (const { id, title, text, corrections } of articles) {
		hash.update(JSON.stringify([id, title, text, corrections]));
	}
	return hash.digest('hex').slice(0, 32);
}
