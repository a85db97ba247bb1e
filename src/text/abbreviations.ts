import { MONTHS } from './months.js';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Abbreviations, as printed and without their last stop, after which a sentence goes on whatever follows: `Mr. Lee`. */
export const ALWAYS_ABBREVIATED = list(
	'Mr Mrs Ms Messrs Mx Dr Drs Prof Rev Hon Fr Msgr St Ste Mt Ft Sen Sens Rep Reps Gov Govs Gen Adm Col Lt Maj Capt Cpl ' +
		'Sgt Cmdr Pvt Brig Supt Insp Det Dep Asst Atty Amb Pres Dist vs v viz cf ca approx fig Fig vol Vol ret e.g i.e',
);

/** Abbreviations that may end a sentence: it goes on unless the next word is a usual opener: `the U.S. Senate`. */
export const OFTEN_ABBREVIATED = list(
	'Jr Sr Esq Inc Co Corp Ltd LLC Plc Bros Cos Dept Univ Assn Assoc Intl Natl Sec Treas etc al Ph.D ' +
		'Ave Blvd Rd Hwy Rte Bldg Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri ' +
		'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn ' +
		'Tenn Tex Va Vt Wash Wis Wyo W.Va',
);

/** Abbreviations that need a number after them; before anything else the stop ends the sentence: `No. 10`. */
export const ABBREVIATED_BEFORE_NUMBERS = list('No Nos p pp Art art Ch ch Sect para Jun Jul');

/** Words that open a sentence far more often than they follow an abbreviation in the same one; lower case. */
export const USUAL_OPENERS = list(
	'the this that these those there here he she it they we i you his her its their our my your who what when where why how ' +
		'which a an and but or nor so yet if as in on at by for from to with without after before during since while although ' +
		'though because however meanwhile moreover still then now today yesterday also another other others some many most ' +
		'more several all both each every no not one two three among according despite instead even only once until unless ' +
		'under over earlier later last next such let please yes well',
);

/** Words that may follow `a.m.` and `p.m.` in the same sentence, beside numbers: `9 a.m. Sunday`; lower case. */
export const TIME_WORDS = list(
	`${MONTHS.join(' ').toLowerCase()} jan feb mar apr jun jul aug sept oct nov dec ` +
		'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun ' +
		'et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet eastern central mountain pacific',
);

/**
 * Verbs of saying as they stand after a question or an exclamation: “Is it over?” Ms. Lee asked. Kept to forms that
 * hardly follow a name in any other use.
 */
export const SAYING_VERBS = list(
	'said says say asked asks ask told tells wrote writes added adds replied replies answered answers responded responds ' +
		'tweeted tweets demanded demands shouted shouts yelled yells cried cries exclaimed exclaims joked jokes quipped quips ' +
		'wondered wonders recalled recalls declared declares announced announces insisted insists continued continues ' +
		'remarked remarks noted notes concluded concludes explained explains argued argues complained complains screamed ' +
		'whispered thundered mused inquired enquired retorted stated states commented chanted warned warns',
);
