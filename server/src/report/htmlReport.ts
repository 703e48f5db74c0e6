import { version } from '../../../package.json';
import { collate } from '../core/collate.js';
import { oneLine } from '../core/oneLine.js';
import type { Span } from '../core/span.js';
import { allRules } from '../rules/allRules.js';
import type { DocumentRows, FindingRow } from './findingRow.js';
import { style } from './htmlStyle.js';

/** Evidence shown with each finding; the count of the rest is said. */
const MOST_EVIDENCE = 4;
/** Characters around a finding, cut at blanks. */
const AROUND = 140;

/**
 * Findings as one page that needs nothing else: no script, nothing loaded, every word of a source escaped. `texts` by
 * path, for the words around each place.
 */
export function htmlReport(documents: readonly DocumentRows[], texts: ReadonlyMap<string, string>): string {
  const count = documents.reduce((sum, { findings }) => sum + findings.length, 0);
  const summary = `${counted(count, 'finding')} in ${counted(documents.length, 'source')}`;
  const body = documents
    .filter(({ findings }) => findings.length > 0)
    .map(({ path, findings }) => sourceSection(path, findings, texts));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Variorum: ${summary}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${summary}</h1>
<p>What stands in one source, and what the others have in its place. Evidence, not verdicts.</p>
</header>
<nav aria-label="Findings by kind">
${kindTable(documents)}
</nav>
<main>
${body.join('\n')}
</main>
<footer>Variorum ${escape(version)}</footer>
</body>
</html>
`;
}

function kindTable(documents: readonly DocumentRows[]): string {
  const counts = new Map<string, number>();
  for (const { findings } of documents) for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rows = [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([rule, number]) => {
      const summary = allRules.find(({ code }) => code === rule)?.summary ?? '';
      return `<tr><td class="number">${number}</td><th scope="row">${escape(rule)}</th><td>${escape(summary)}</td></tr>`;
    });
  return rows.length === 0 ? '' : `<table>${rows.join('\n')}</table>`;
}

function sourceSection(path: string, findings: readonly FindingRow[], texts: ReadonlyMap<string, string>): string {
  const id = `s${[...texts.keys()].indexOf(path)}`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escape(path)} <small>${counted(findings.length, 'finding')}</small></h2>
${findings.map((finding) => findingArticle(path, finding, texts)).join('\n')}
</section>`;
}

function findingArticle(path: string, finding: FindingRow, texts: ReadonlyMap<string, string>): string {
  const { rule, severity, message, evidence, suggestions, range } = finding;
  const own = around(texts.get(path) ?? finding.text, finding);
  const others = evidence.slice(0, MOST_EVIDENCE).map((one) => {
    const text = texts.get(one.path);
    const there = text === undefined ? { before: '', words: one.text, after: '' } : around(text, one);
    return `<figure><figcaption>${escape(one.path)}</figcaption><blockquote>${differences(own, there)}</blockquote></figure>`;
  });
  const more = evidence.length - MOST_EVIDENCE;
  return `<article class="${severity}">
<h3><span class="severity">${severity}</span> ${escape(message)} <small>${escape(rule)}, line ${range.start.line + 1}</small></h3>
<div class="sides">
<figure><figcaption>${escape(path)}</figcaption><blockquote>${escape(own.before)}<mark>${escape(own.words)}</mark>${escape(own.after)}</blockquote></figure>
${others.join('\n')}
</div>
${more > 0 ? `<p>and ${counted(more, 'more place')}</p>` : ''}
${suggestions.length > 0 ? `<p>Suggested: ${suggestions.map((one) => `<q>${escape(one)}</q>`).join(', ')}</p>` : ''}
</article>`;
}

interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A place with the words around it in its paragraph. */
function around(text: string, { start, end }: Span): Excerpt {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = !text.includes('\n', end) ? text.length : text.indexOf('\n', end);
  let from = Math.max(lineStart, start - AROUND);
  while (from > lineStart && /\S/.test(text[from - 1] ?? '')) from--;
  let to = Math.min(lineEnd, end + AROUND);
  while (to < lineEnd && /\S/.test(text[to] ?? '')) to++;
  return {
    before: (from > lineStart ? '… ' : '') + text.slice(from, start),
    words: oneLine(text.slice(start, end), 600),
    after: text.slice(end, to) + (to < lineEnd ? ' …' : ''),
  };
}

/** The other side, with every word marked that the finding's own side does not have in its place. */
function differences(own: Excerpt, other: Excerpt): string {
  const [a, b] = [own.before + own.words + own.after, other.before + other.words + other.after];
  let html = '';
  let end = 0;
  const spans = collate(a, b)
    .filter(({ kind, b: span }) => span && kind !== 'same')
    .flatMap(({ b: span }) => span ?? []);
  for (const span of spans.sort((x, y) => x.start - y.start)) {
    html += `${escape(b.slice(end, span.start))}<mark>${escape(b.slice(span.start, span.end))}</mark>`;
    end = span.end;
  }
  return html + escape(b.slice(end));
}

function counted(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
