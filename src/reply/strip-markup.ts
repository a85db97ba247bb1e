/** Discord's Markdown, mentions and emoji, and what is left of each; in this order, the outer before the inner. */
const RULES: readonly (readonly [pattern: RegExp, left: string])[] = [
	// `[the article](https://a.example)` keeps its words; an address alone, `<https://a.example>` too, says nothing.
	[/\[([^\]\n]+)\]\(<?https?:\/\/[^\s)]+\)/g, '$1'],
	[/<?https?:\/\/[^\s<>]+>?/g, ''],
	// `<@123>`, `<@&123>`, `<#123>`, `<:wave:123>`, `<t:123:R>`, `</ask:123>`
	[/<(?:@[!&]?|#|a?:\w+:|\/[^:<>]+:)\d+>|<t:-?\d+(?::\w)?>/g, ''],
	[/^(?:>>> |> |#{1,3} |-# |[-*] )+/gm, ''],
	[/```(?:\w*\n)?|`/g, ''],
	[/\*\*|__|~~|\|\|/g, ''],
	// `*never*`, `_never_`, but not `2 * 3` or `snake_case_name`
	[/(?<![\p{L}\p{N}\\])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2'],
	[/\\(?=[^A-Za-z0-9\s])/g, ''],
	[/[ \t]{2,}/g, ' '],
];

/** @returns What a message says, in plain words: without signs of emphasis, mentions, emoji of servers and addresses. */
export function stripMarkup(text: string): string {
	return RULES.reduce((rest, [pattern, left]) => rest.replace(pattern, left), text).trim();
}
