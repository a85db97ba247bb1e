import { type AttributedArticle, type Attribution, CONFIDENT } from '../attribution/attribution.js';
import { type Span, sliceSpan } from '../text/span.js';

const HOW = {
	direct: 'quoted directly',
	mixed: 'partly quoted',
	reported: 'reported by the article',
} as const satisfies Record<Attribution['kind'], string>;

const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #25262b; --muted: #565960; --direct: #dbe9ff; --mixed: #e9e0fb; --reported: #fff0c9; --line: #2b5cb8; --tip: #1e1f22; --tip-ink: #f2f3f5; font: 1.05rem/1.65 Georgia, 'Noto Serif', serif; }
@media (prefers-color-scheme: dark) { :root { --paper: #232428; --ink: #e3e5e8; --muted: #b0b5bd; --direct: #24406b; --mixed: #43346b; --reported: #574819; --line: #9fc0ff; --tip: #f2f3f5; --tip-ink: #1e1f22; } }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1.25rem 8rem; background: var(--paper); color: var(--ink); }
h1 { font-size: 1.6rem; line-height: 1.25; }
.facts, .key { color: var(--muted); font: .875rem/1.5 system-ui, sans-serif; }
.key { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; }
.key .said { padding: 0 .3rem; }
.said { border-radius: 3px; box-decoration-break: clone; -webkit-box-decoration-break: clone; cursor: help; }
.direct { background: var(--direct); }
.mixed { background: var(--mixed); }
.reported { background: var(--reported); }
.said:hover, .said:focus { outline: 2px solid var(--line); }
.cue { text-decoration: underline dotted 2px; text-underline-offset: 3px; }
.source { font-weight: 700; }
.tip { position: fixed; right: 1rem; bottom: 1rem; left: 1rem; z-index: 1; display: none; max-width: 40rem; margin: 0 auto; padding: .6rem .9rem; border-radius: 6px; background: var(--tip); color: var(--tip-ink); box-shadow: 0 2px 12px #0006; font: 400 .9375rem/1.45 system-ui, sans-serif; white-space: pre-line; text-decoration: none; }
.said:hover > .tip, .said:focus > .tip { display: block; }
`;

/** A piece of text in which nothing changes: whose words it is, and whether it names a source or says so. */
interface Piece extends Span {
	readonly of: Attribution | null;
	readonly role: 'cue' | 'source' | null;
}

/** An article as a document of its own, every attribution marked, and explained when pointed at or focused. */
export function renderArticlePage({ article, attributions, speakers }: AttributedArticle): string {
	let tips = 0;
	const facts = [article.publisher, article.published, article.author].filter((fact) => fact !== undefined);
	const paragraphs = article.paragraphs.map((paragraph) => {
		const html = groupsOf(cut(paragraph, attributions))
			.map((group) => renderGroup(group))
			.join('');
		return `<p>${html}</p>`;
	});
	const key = Object.entries(HOW).map(([kind, words]) => `<li><span class="said ${kind}">${words}</span></li>`);
	return `<!doctype html>
<html lang="${escapeHtml(article.language ?? 'en')}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.title)}</title><style>${STYLE}</style></head><body><main>
<h1>${escapeHtml(article.title)}</h1><p class="facts">${escapeHtml(facts.join(' · '))}</p>
<ul class="key">${key.join('')}<li><span class="cue">words of saying</span></li><li><span class="source">source</span></li></ul>
${paragraphs.join('\n')}
</main></body></html>`;

	function renderGroup(group: readonly Piece[]): string {
		const inner = group.map((piece) => renderPiece(article.text, piece)).join('');
		const of = group[0]?.of;
		if (!of) return inner;
		const id = `tip-${++tips}`;
		const tip = `<span class="tip" role="tooltip" id="${id}">${escapeHtml(explain(of))}</span>`;
		return `<span class="said ${of.kind}" tabindex="0" aria-describedby="${id}">${inner}${tip}</span>`;
	}

	function explain({ kind, speaker, confidence, cue, source }: Attribution): string {
		const found = speakers.find(({ name }) => name === speaker);
		const name =
			[found?.name, found?.description].filter(Boolean).join(', ') || 'The article does not name the speaker';
		const percent = Math.round(confidence * 100);
		const sure = confidence >= CONFIDENT ? `Sure: ${percent} %` : `Not sure: ${percent} %`;
		const words = (spans: readonly Span[]) => spans.map((span) => `“${sliceSpan(article.text, span)}”`).join(' … ');
		const why = [source.length > 0 && `source ${words(source)}`, cue.length > 0 && `words of saying ${words(cue)}`];
		return [
			`${name} – ${HOW[kind]}.`,
			`${sure}.`,
			`Because of: ${why.filter(Boolean).join(', ') || 'where it stands'}.`,
		].join('\n');
	}
}

/** Cuts a paragraph wherever the content, cue or source of an attribution begins or ends. */
function cut(paragraph: Span, attributions: readonly Attribution[]): Piece[] {
	const spans = attributions.flatMap(({ content, cue, source }) => [...content, ...cue, ...source]);
	const inside = spans
		.flatMap(({ start, end }) => [start, end])
		.filter((at) => at > paragraph.start && at < paragraph.end);
	const ends = [...new Set([paragraph.start, ...inside, paragraph.end])].sort((a, b) => a - b);
	return ends.slice(1).map((end, index) => {
		const piece = { start: ends[index] ?? end, end };
		const covers = (span: Span) => span.start <= piece.start && span.end >= piece.end;
		// What somebody says that another said belongs to the nearer of the two.
		const [of = null] = attributions
			.flatMap((attribution) =>
				attribution.content.filter(covers).map((span) => ({ attribution, length: span.end - span.start })),
			)
			.sort((a, b) => a.length - b.length)
			.map(({ attribution }) => attribution);
		const isCue = attributions.some(({ cue }) => cue.some(covers));
		const isSource = attributions.some(({ source }) => source.some(covers));
		return { ...piece, of, role: isSource ? 'source' : isCue ? 'cue' : null };
	});
}

/** Neighbours that are of one attribution, together. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
	const groups: Piece[][] = [];
	for (const piece of pieces) {
		const last = groups.at(-1);
		if (last?.[0]?.of === piece.of) last.push(piece);
		else groups.push([piece]);
	}
	return groups;
}

function renderPiece(text: string, piece: Piece): string {
	const words = escapeHtml(sliceSpan(text, piece));
	return piece.role === null ? words : `<span class="${piece.role}">${words}</span>`;
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
