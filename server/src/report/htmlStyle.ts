/** The look of the report: the reader's own light or dark, nothing told by colour alone, fit for print. */
export const style = `
:root { color-scheme: light dark; --line: #8884; --mark: #ffd54a; --ink: #1a1a1a; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 0 0 .5rem; }
small { font-weight: normal; opacity: .75; }
table { border-collapse: collapse; margin: 1rem 0; }
td, th { padding: .15rem .75rem .15rem 0; text-align: left; vertical-align: top; font-weight: normal; }
th { font-family: ui-monospace, monospace; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
article { border: 1px solid var(--line); border-left-width: .4rem; border-radius: .3rem; padding: .75rem 1rem; margin: .75rem 0; break-inside: avoid; }
article.error, article.warning { border-left-style: double; }
.severity { border: 1px solid currentColor; border-radius: .2rem; font-size: .75rem; padding: 0 .3rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: .75rem; }
figure, blockquote { margin: 0; }
figcaption { font: .8rem ui-monospace, monospace; opacity: .75; overflow-wrap: anywhere; }
mark { background: var(--mark); color: var(--ink); border-bottom: 2px solid var(--ink); }
u { text-decoration: underline dotted; text-underline-offset: .2em; }
@media (max-width: 40rem) {
  tr { display: block; margin-bottom: .5rem; }
  td, th { display: inline; padding-right: .4rem; }
  td:last-child { display: block; }
}
@media (prefers-color-scheme: dark) { :root { --mark: #e0b000; } }
`;
