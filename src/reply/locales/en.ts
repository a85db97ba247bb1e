/** Everything the bot says, in English. Plurals take the suffixes of i18next; the other catalogues have the same keys. */
export const en = {
	// Whose words a sentence is.
	'how.direct': 'quoted directly',
	'how.mixed': 'quoted in part',
	'how.reported': 'reported by the article',
	'how.narration': "the article's own words",
	'how.sentences_one': '{{count}} sentence',
	'how.sentences_other': '{{count}} sentences',
	'who.known': '{{who}}, {{how}}',
	'who.likely': 'appears to be {{who}}, {{how}}',
	'who.unnamed': 'speaker not named, {{how}}',

	'who.nobody': 'Speaker not named',

	// Where a sentence stands.
	'where.title': '“{{title}}”',
	'where.paragraph': 'paragraph {{paragraph}}',
	'where.link': 'Read it in the article',
	'where.cut_one':
		'This sentence is too long for a message: {{count}} more character follows. `Context` has all of it.',
	'where.cut_other':
		'This sentence is too long for a message: {{count}} more characters follow. `Context` has all of it.',

	// Answers.
	'answer.declined': "The articles don't say.",
	'answer.nearest': 'Closest, but not an answer:',
	'answer.list': '`/articles` lists what they are about.',
	'answer.less-likely': 'Less likely to answer it:',
	'answer.page': 'Page {{page}} of {{pages}}',
	'quote.found.any': '**A quotation from the articles**',
	'quote.found.by': '**Quotations of {{speaker}}**',
	'quote.found.about': '**Quotations about “{{about}}”**',
	'quote.found.by-about': '**Quotations of {{speaker}} about “{{about}}”**',
	'quote.reported.by': '**What the articles report of {{speaker}}**, whom they do not quote',
	'quote.reported.by-about':
		'**What the articles report of {{speaker}} about “{{about}}”**: no quotation of theirs fits',
	'quote.none.any': 'There is no quotation to show.',
	'quote.none.by': 'There are no words of {{speaker}} to show there.',
	'quote.none.about': 'No quotation is about “{{about}}”.',
	'quote.none.by-about': 'No words of {{speaker}} are about “{{about}}”.',

	// Context of a sentence.
	'context.heading': '**Context**: paragraph {{paragraph}} of {{title}}',
	'context.cue': 'What shows who speaks: “{{cue}}”.',
	'context.citation': 'To copy:',
	'context.file': 'The passage is too long for a message, so it is in the file below.',
	'citation.reported': '{{name}} (reported)',
	'citation.likely': 'probably {{name}}',

	// Checking.
	'check.exact': '**Exact.** The articles print these words: “{{topic}}”',
	'check.altered_one': '**Altered.** {{count}} difference in “{{topic}}”',
	'check.altered_other': '**Altered.** {{count}} differences in “{{topic}}”',
	'check.misattributed': '**Misattributed.** The words are right, the speaker is not: “{{topic}}”',
	'check.not-found': '**Not found.** The articles do not print these words: “{{topic}}”',
	'check.other-speaker': '**{{name}}** said it, not {{claimed}}.',
	'check.nearest': 'Closest, but not the same:',
	'check.claimed': 'Claimed:',
	'check.printed': 'Printed:',
	'check.added': 'added in the claim: “{{claimed}}”',
	'check.removed': 'left out of the claim: “{{printed}}”',
	'check.replaced': 'the article says “{{printed}}”, the claim says “{{claimed}}”',
	'check.more-changes_one': 'and {{count}} more difference',
	'check.more-changes_other': 'and {{count}} more differences',
	'check.goes-on': 'It is cut short. The sentence goes on:',
	'check.supported.article': '**Seems supported:** “{{topic}}” The article itself says so.',
	'check.supported.speaker': '**Seems supported:** “{{topic}}” **{{name}}** says so.',
	'check.supported.somebody': '**Seems supported:** “{{topic}}” Somebody whom the article does not name says so.',
	'check.contradicted.article': '**Seems contradicted:** “{{topic}}” The article itself says otherwise.',
	'check.contradicted.speaker': '**Seems contradicted:** “{{topic}}” **{{name}}** says otherwise.',
	'check.contradicted.somebody':
		'**Seems contradicted:** “{{topic}}” Somebody whom the article does not name says otherwise.',
	'check.not-covered': '**Not covered.** The articles do not settle this: “{{topic}}”',
	'check.nearest-claim': 'Closest, but it settles nothing:',
	'check.nothing': 'There is nothing to check in that: no words in quotation marks, and no statement.',
	'check.rest_one': '{{count}} more statement was not checked; check it by itself.',
	'check.rest_other': '{{count}} more statements were not checked; check them by themselves.',

	// Cards.
	'card.too-long': 'This is too long for a card.',
	'card.not-drawable': 'I have no letters to draw a card of this.',

	// Buttons.
	'button.context': 'Context',
	'button.more': 'More',
	'button.back': 'Back',
	'button.share': 'Share',
	'button.card': 'Card',
	'button.delete': 'Delete',
	'button.sentence': 'Sentence {{number}}',

	// Sharing.
	'share.by': 'Shared by {{user}}',
	'share.forced-private':
		'Discord kept this private: apps may not post here for everyone. Whoever runs this place can allow it with the permission “Use External Apps”.',
	'share.refused': 'Discord did not take the post. It stays with you; you can copy it from here.',

	// What goes wrong.
	'error.bug':
		'Sorry, something went wrong here. If it happens again, tell whoever runs this bot, with the reference {{reference}}.',
	'error.changed': 'The articles have changed since this message was made. Please ask again.',
	'error.unknown-button': 'This button belongs to another version of the bot. Please ask again.',
	'error.not-yours': 'Only the person who asked, or a moderator, can delete this.',
	'error.stopping': 'I am being restarted. Please try again in a minute.',
	'error.rate_one': 'That was a lot at once. Please try again in {{count}} second.',
	'error.rate_other': 'That was a lot at once. Please try again in {{count}} seconds.',

	// Lists.
	'speakers.heading': '**Whose words the articles give**',
	'speakers.heading-in': '**Whose words “{{title}}” gives**',
	'speakers.none': "The articles give nobody's words.",
	'speakers.line': '**{{name}}**: {{counts}}',
	'speakers.line-described': '**{{name}}**, {{description}}: {{counts}}',
	'speakers.direct_one': 'quoted directly once',
	'speakers.direct_other': 'quoted directly {{count}} times',
	'speakers.reported_one': 'reported once',
	'speakers.reported_other': 'reported {{count}} times',
	'speakers.menu': 'See the quotations of …',
	'speakers.picture': 'Bars of how often each is quoted. {{words}}.',
	'articles.heading_one': '**{{count}} article**',
	'articles.heading_other': '**{{count}} articles**',
	'articles.none': 'There is no article yet.',
	'articles.sentences_one': '{{count}} sentence',
	'articles.sentences_other': '{{count}} sentences',
	'articles.quotations_one': '{{count}} quotation',
	'articles.quotations_other': '{{count}} quotations',

	// Help and privacy.
	'help.text': [
		"I answer questions about news articles with the articles' own sentences, and say who said them. I write nothing myself.",
		'',
		'`/ask` finds the sentences that answer a question.',
		'`/quote` finds quotations of somebody, about something, or any.',
		'`/check` holds a claim, or words in quotation marks, against the articles; so does `Check this message` in the menu of a message (Apps).',
		'`/speakers` lists whose words the articles give; `/articles` lists the articles.',
		'`/privacy` says what I keep, which is nothing.',
		'',
		'Answers are for you alone, until you press `Share` or set `share`.',
	].join('\n'),
	'help.examples': 'Three questions to try:',
	'privacy.text': [
		'**I keep nothing of what you ask.**',
		'A question is read, answered and forgotten. I do not read channels, and the log holds names of commands, not words, names or ids of people.',
		'An answer stays in Discord like any message. A private one goes when you dismiss it; a public one can be taken away with `Delete` by whoever asked, or by a moderator.',
		'The articles and their words belong to their publishers.',
	].join('\n'),

	// Commands, as Discord lists them: a verb first, 100 characters at most.
	'command.ask': 'Find the exact sentences that answer a question, and who said them',
	'command.quote': 'Find quotations of somebody, about something, or any',
	'command.speakers': 'See whose words the articles give, and how often',
	'command.articles': 'List the articles that I know',
	'command.help': 'See what I can do, with three examples to press',
	'command.privacy': 'See what I keep about you: nothing',
	'command.check': 'Check a claim, or words in quotation marks, against the articles',
	'option.text': 'A claim, or words in quotation marks, with or without a name',
	'option.question': 'Your question, in your own words',
	'option.speaker': 'Only words of this person or organisation',
	'option.article': 'Only this article; type words of its title, its outlet or its date',
	'option.share': 'Show the answer to everybody here, instead of you alone',
	'option.about': 'What it is about',
	'option.card': 'Make a picture of it',

	'error.no-speaker': 'These articles give no words of “{{name}}”.',
	'error.no-speaker-near': 'These articles give no words of “{{name}}”. Did you mean {{near}}?',
	'error.no-article': 'There is no article “{{name}}”. Choose one from the list that opens when you type.',
	'error.no-words': 'There is no question in that. Ask in words, such as “who said no?”.',
} as const;

/** A catalogue: every text of the English one. */
export type Catalogue = Readonly<Record<keyof typeof en, string>>;
