// Discord's limits, from its API documentation (snapshot of August 2026). Lengths are in UTF-16 code units unless a
// line says otherwise: Discord counts code points, which are never more.

/** Characters of a message's content. */
export const CONTENT_MAX = 2000;
/** What a reply's body may take of {@link CONTENT_MAX}; the rest is kept for "Shared by" and notes of one line. */
export const BODY_MAX = 1750;
/** Characters of a component's `custom_id`. */
export const CUSTOM_ID_MAX = 100;
/** Buttons in one row. */
export const BUTTONS_PER_ROW_MAX = 5;
/** Characters of a button's label. */
export const BUTTON_LABEL_MAX = 80;
/** Options of a select menu. */
export const SELECT_OPTIONS_MAX = 25;
/** Characters of a select option's label, description and value, each. */
export const SELECT_TEXT_MAX = 100;
/** Choices that autocomplete may offer. */
export const AUTOCOMPLETE_CHOICES_MAX = 25;
/** Characters of a choice's name and value, each. */
export const AUTOCOMPLETE_TEXT_MAX = 100;
/** Characters of an attachment's description, the text for those who do not see the picture. */
export const ALT_TEXT_MAX = 1024;
/** Characters of a string option; Discord's schema allows 6000. */
export const QUESTION_MAX = 1000;

/** Ours, not Discord's: sentences that a reader takes in at one glance. */
export const SENTENCES_PER_PAGE = 3;
