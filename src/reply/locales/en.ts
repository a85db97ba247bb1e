/** Everything the bot says, in English. Plurals take the suffixes of i18next; the other catalogues have the same keys. */
export const en = {
	// Whose words a sentence is.
	'how.direct': 'quoted directly',
	'how.mixed': 'quoted in part',
	'how.reported': 'reported by the article',
	'how.narration': 'the article’s own words',
	'how.sentences_one': '{{count}} sentence',
	'how.sentences_other': '{{count}} sentences',
	'who.known': '{{who}}, {{how}}',
	'who.likely': 'appears to be {{who}}, {{how}}',
	'who.unnamed': 'speaker not named, {{how}}',

	// Where a sentence stands.
	'where.title': '“{{title}}”',
	'where.paragraph': 'paragraph {{paragraph}}',
	'where.link': 'Read it in the article',
	'where.cut_one':
		'This sentence is too long for a message: {{count}} more character follows. `Context` has all of it.',
	'where.cut_other':
		'This sentence is too long for a message: {{count}} more characters follow. `Context` has all of it.',

	// Answers.
	'answer.declined': 'The articles don’t say.',
	'answer.nearest': 'Closest, but not an answer:',
	'answer.page': 'Page {{page}} of {{pages}}',
	'quote.none': 'No quotation in the articles fits.',
	'quote.by': 'Quotations of {{speaker}}',
	'quote.by-about': 'Quotations of {{speaker}} about {{about}}',
	'quote.about': 'Quotations about {{about}}',
	'quote.random': 'A quotation from the articles',

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
} as const;
