/** What kind of answer a question asks for; a question may be of several classes or of none. */
export const QUESTION_CLASSES = [
	'many',
	'when',
	'where',
	'who',
	'why',
	'said',
	'yesno',
	'how',
	'what',
	'which',
	'definition',
	'negation',
	'future',
	'about',
	'reaction',
] as const;

export type QuestionClass = (typeof QUESTION_CLASSES)[number];

// Lower case, apostrophes dropped: "what's" reads "whats". Each line takes the usual ways of chat to ask for its kind.
const TESTS: readonly (readonly [QuestionClass, RegExp])[] = [
	// "how many", "what percent", "how much"; not "how did".
	[
		'many',
		/\bhow (?:many|much|old|long|far|large|big|tall|high|often|late|fast|close|deep|wide|heavy|expensive)\b|\bpercent|\bwhat (?:number|amount|percentage|share|proportion|age)\b|\bhow ?d .* cost|\bwhats? .*\b(?:cost|price|total|odds|score|rate|population|number|age)\b/,
	],
	// "when", "what year"; not "then".
	[
		'when',
		/\b(?:when|whens|whend|wen)\b|\b(?:what|which) (?:year|date|month|day|time|night|century|decade|season)\b|how long ago|how late/,
	],
	// "where", "what city"; not "there".
	[
		'where',
		/\b(?:where|wheres|whered|wher)\b|\b(?:what|which) (?:country|city|state|place|town|part|school|college|university|building|hotel|continent|region|county|province|venue|river|island)\b/,
	],
	// "who", "what group"; not "how".
	[
		'who',
		/\b(?:who|whos|whod|whose|whom)\b|\b(?:what|which) (?:person|man|woman|guy|lady|president|senator|governor|candidate|group|paper|network|company|outfit|org\w*|pollster|reporter|dude|professor|prof|judge|king|queen|leader|actor|author|singer|team|party)\b/,
	],
	// "why", "how come", "what caused"; not "what".
	[
		'why',
		/\b(?:why|whys|whyd|whyre|y tho)\b|\bhow come\b|\bwhat(?: is| was|s)? (?:caused|the reason)|\bwhat for\b|\breasons?\b|\bcause of\b/,
	],
	// "say", "react", "what was x's take on"; not "sailed".
	[
		'said',
		/\b(?:say|says|said|saying|think|thinks|thought|tell|tells|told|call|calls|called|claim\w*|argue\w*|twe*t\w*|respond\w*|response|react\w*|reply|describe\w*|explain\w*|compare\w*|quote\w*|take on|figure[sd]?|reckon\w*|believe\w*|warn\w*|feel|feels|felt|mean|meant|put it|acc(?:ording)? to|promis\w*|vow\w*|swear\w*|swore|blame\w*|accuse\w*|admit\w*|joke\w*|mock\w*|opinion|view on|statement|comment\w*|insist\w*|demand\w*|suggest\w*|criti[cz]i[sz]\w*)\b/,
	],
	// "is it", "did he", "so are they"; not "what is it".
	[
		'yesno',
		/^\s*(?:so |and |but |wait |ok |hey |um+ |lol |yo )*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isnt|arent|didnt|doesnt|dont|wasnt|aint|hasnt)\b/,
	],
	// "how did", not "how many".
	['how', /^\s*(?:so )?how(?:s|d)?\b(?! (?:many|much|old|long|far|large|big|tall|high|often|late|fast|close))/],
	['what', /\b(?:what|whats|wht|wut|wat|whatd)\b/],
	['which', /\bwhich\b/],
	// "what is a quorum", "who was Ada Lovelace"; not "what is the date of the vote".
	[
		'definition',
		/^\s*(?:what|who|whats|whos) ?(?:is|are|was|were|does)?(?: (?:an?|the))?(?: [\p{L}\p{N}-]+){1,4}(?: mean)?\s*\??\s*$/u,
	],
	// "what did she say about it", "what they told him of it"; not "who said no".
	['about', /\b(?:say|says|said|tell|tells|told|twe*t\w*|think|thinks|thought)\b.*\b(?:about|abt|bout|of|on)\b/],
	// "did they respond", "any comment"; not "who answered for it".
	['reaction', /\b(?:react\w*|respon\w*|comment\w*|reply|replied|answer)\b/],
	// "will he", "gonna", "next"; not "nextdoor".
	['future', /\b(?:will|wont|gonna|going to|next|upcoming|plan(?:s|ning)?|tomorrow|soon)\b/],
	// "didn't", "never"; not "nothing".
	[
		'negation',
		/\b\w+nt\b(?<=\b(?:did|does|do|is|are|was|were|ca|could|wo|would|should|ai|has|have|had)nt)|\b(?:not|never|no)\b/,
	],
];

/** @returns Every class that the question's wording shows. */
export function classifyQuestion(question: string): Set<QuestionClass> {
	const text = question.toLowerCase().replace(/['’]/g, '');
	return new Set(TESTS.filter(([, test]) => test.test(text)).map(([name]) => name));
}
