import type { Article } from '../article/article.js';
import { attributeArticle } from '../attribution/attribute.js';
import type { Findings } from './attribute-all.js';

/** What runs in each worker thread: a batch of articles in, what was found out about each of them out. */
export default function attributeBatch(articles: readonly Article[]): Findings[] {
	return articles.map((article) => {
		const { article: _sent, ...findings } = attributeArticle(article);
		return findings;
	});
}
