/**
 * The look of the page. Content, source and cue, and the three kinds of content, differ by line, weight and slant; colour
 * only repeats it. The explanation of the words that are pointed at, or focused, stands at the bottom of the window, where
 * it covers nothing that is being read on a phone.
 */
export const ATTRIBUTION_PAGE_STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fff, #232428); --ink: light-dark(#23242a, #e3e5e8); --muted: light-dark(#565960, #b0b5bd); --line: light-dark(#2b5cb8, #9fc0ff); --rule: light-dark(#c9ccd1, #4a4d55); --content: light-dark(#eef3fd, #2c3347); --tip: light-dark(#1e1f22, #f2f3f5); --tip-ink: light-dark(#f2f3f5, #1e1f22); font: 1.05rem/1.7 Georgia, 'Noto Serif', serif; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1.25rem 9rem; background: var(--paper); color: var(--ink); overflow-wrap: break-word; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.15rem; }
a { color: var(--line); }
:focus-visible { outline: 2px solid var(--line); outline-offset: 2px; }
.facts, .key, .notes, .speakers { font: .9rem/1.55 system-ui, sans-serif; }
.facts, .key { margin: .25rem 0; color: var(--muted); }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
.content { background: var(--content); text-decoration: underline; text-decoration-color: var(--line); text-decoration-thickness: 2px; text-underline-offset: 4px; }
.mixed { text-decoration-style: double; }
.reported { text-decoration-style: dotted; }
.said:hover, .said:focus-within { outline: 2px solid var(--line); outline-offset: 1px; }
.number:focus-visible { outline: none; }
.source { font-weight: 700; }
.cue { font-style: italic; }
.number { display: inline-block; padding: .15rem; font: 700 .7rem/1 system-ui, sans-serif; text-align: center; text-decoration: none; vertical-align: super; }
.tip { position: fixed; right: 1rem; bottom: 1rem; left: 1rem; z-index: 1; display: none; max-width: 40rem; margin: 0 auto; padding: .6rem .9rem; border-radius: 6px; background: var(--tip); color: var(--tip-ink); box-shadow: 0 2px 12px #0006; font: 400 .9375rem/1.45 system-ui, sans-serif; white-space: pre-line; }
.said:hover > .tip { display: block; z-index: 2; }
.said:focus-within > .tip { display: block; }
.notes { padding-left: 2rem; }
.notes li { margin: .6rem 0; padding-left: .25rem; }
.notes li:target { background: var(--content); outline: 2px solid var(--line); }
details { margin-top: .15rem; }
summary { width: fit-content; color: var(--muted); cursor: pointer; }
pre { margin: .3rem 0; padding: .5rem .7rem; border: 1px solid var(--rule); border-radius: 4px; white-space: pre-wrap; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; text-align: right; }
@media print { .tip { display: none !important; } }
`;
