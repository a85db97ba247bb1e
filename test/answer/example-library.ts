import type { Article } from '../../src/article/article.js';
import { attributeArticle } from '../../src/attribution/attribute.js';
import { buildLibrary } from '../../src/search/build-library.js';
import type { Library } from '../../src/search/library.js';
import { splitParagraphs } from '../../src/text/split-paragraphs.js';

/** Three short invented articles: a bridge, a bakery, a football club. */
export const EXAMPLE_ARTICLES: readonly Article[] = [
	article(
		'bridge',
		'Harbour bridge to close for repairs',
		`The Harbour Bridge in Lindholm will close for six weeks from 3 May, the city council announced on Monday.

“We know this will hurt the shops on the north bank,” said Mayor Ingrid Solheim. “But a bridge that rusts is a bridge that falls.”

The repairs will cost $14 million, according to the city engineer, Pavel Dvořák.

Shop owner Amir Haddad said he was not told about the closure. “Nobody rang me,” he said. “I read it in the paper.”

Ferries will run every ten minutes while the bridge is closed.`,
		'2024-04-02',
	),
	article(
		'bakery',
		'Bakery bans laptops at weekends',
		`A bakery in Lindholm has banned laptops on Saturdays and Sundays because families could not find a seat.

“People bought one coffee and stayed five hours,” said owner Beatrice O’Hara.

Customers are divided. Student Yusuf Demir called the ban unfair.`,
		'2024-05-11',
	),
	article(
		'club',
		'Rovers appoint new coach',
		`Lindholm Rovers have appointed Camille Laurent as head coach until 2027.

Laurent told reporters that she wanted young players to get more minutes. The club finished ninth last season.`,
		'2024-06-20',
	),
];

export function article(id: string, title: string, text: string, published: string): Article {
	return { id, title, text, published, paragraphs: splitParagraphs(text, 'blank-line') };
}

export function exampleLibrary(articles: readonly Article[] = EXAMPLE_ARTICLES): Library {
	return buildLibrary(articles.map(attributeArticle));
}
