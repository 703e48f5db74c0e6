import { version } from '../../../package.json';
import { collate } from '../core/collate.js';
import { sentencesOf } from '../core/sentences.js';
import { overlaps, shift, type Span } from '../core/span.js';
import { allRules } from '../rules/allRules.js';
import type { DocumentRows, FindingRow } from './findingRow.js';
import { style } from './htmlStyle.js';

/** Evidence shown with each finding; the count of the rest is said. */
const MOST_EVIDENCE = 4;
/** Characters around a finding, cut at blanks. */
const AROUND = 140;
/** More of a finding’s own words is not shown; in UTF-16 units. */
const LONGEST = 600;
/** Of evidence as long as a sentence, only what stands in the place of the finding’s words is marked. */
const LONGEST_MARK = 60;

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
<p>What stands in one source, and what the others have in its place. Evidence, not verdicts. <mark>Marked</mark> is what a
finding is about, <u>underlined</u> what else differs in the sentence.</p>
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
  const own = excerptOf(texts.get(path) ?? finding.text, finding);
  const others = evidence.slice(0, MOST_EVIDENCE).map((one) => {
    const text = texts.get(one.path);
    const caption = text === undefined ? one.path : `${one.path}, line ${lineAt(text, one.start)}`;
    const there = text === undefined ? wordsAlone(one.text) : excerptOf(text, one);
    const { inPlace, beside } = one.path === path ? NO_DIFFERENCES : differences(own, there);
    const isShort = there.words.end - there.words.start <= LONGEST_MARK;
    return figure(caption, there.text, isShort ? [there.words] : inPlace, beside);
  });
  const more = evidence.length - MOST_EVIDENCE;
  return `<article class="${severity}">
<h3><span class="severity">${severity}</span> ${escape(message)} <small>${escape(rule)}</small></h3>
<div class="sides">
${figure(`${path}, line ${range.start.line + 1}`, own.text, [own.words], [])}
${others.join('\n')}
</div>
${more > 0 ? `<p>and ${counted(more, 'more place')}</p>` : ''}
${suggestions.length > 0 ? `<p>Suggested: ${suggestions.map(suggested).join(', ')}</p>` : ''}
</article>`;
}

/** Nothing in the place of the words is no quotation of anything. */
function suggested(words: string): string {
  return words === '' ? 'leave it out' : `<q>${escape(words)}</q>`;
}

/** Words of a source; spans are relative to `text`. */
interface Excerpt {
  readonly text: string;
  readonly words: Span;
  /** The sentences that the words stand in. */
  readonly sentence: Span;
}

function wordsAlone(text: string): Excerpt {
  return { text, words: { start: 0, end: text.length }, sentence: { start: 0, end: text.length } };
}

/** A place with the words around it in its paragraph. */
function excerptOf(text: string, { start, end }: Span): Excerpt {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = !text.includes('\n', end) ? text.length : text.indexOf('\n', end);
  const sentences = sentencesOf({ text: text.slice(lineStart, lineEnd) }).filter(
    (one) => lineStart + one.start < end && start < lineStart + one.end,
  );
  let from = Math.max(lineStart, start - AROUND);
  while (from > lineStart && /\S/.test(text[from - 1] ?? '')) from--;
  let to = Math.min(lineEnd, Math.min(end, start + LONGEST) + AROUND);
  while (to < lineEnd && /\S/.test(text[to] ?? '')) to++;
  const lead = from > lineStart ? '… ' : '';
  const shown = (at: number) => Math.min(Math.max(at, from), to) - from + lead.length;
  return {
    text: lead + text.slice(from, to) + (to < lineEnd ? ' …' : ''),
    words: { start: shown(start), end: shown(end) },
    sentence: {
      start: shown(lineStart + (sentences[0]?.start ?? 0)),
      end: shown(lineStart + (sentences.at(-1)?.end ?? lineEnd)),
    },
  };
}

interface Differences {
  /** What stands in the place of the finding’s own words. */
  readonly inPlace: readonly Span[];
  readonly beside: readonly Span[];
}

const NO_DIFFERENCES: Differences = { inPlace: [], beside: [] };

/** Words of the other sentence that the finding’s own does not have in their place. */
function differences(own: Excerpt, { text, sentence }: Excerpt): Differences {
  const slots = collate(
    own.text.slice(own.sentence.start, own.sentence.end),
    text.slice(sentence.start, sentence.end),
  ).flatMap(({ kind, a, b }) =>
    b && kind !== 'same' ? { there: shift(b, sentence.start), here: a && shift(a, own.sentence.start) } : [],
  );
  const [inPlace, beside] = [true, false].map((wanted) =>
    slots.filter(({ here }) => (here !== undefined && overlaps(here, own.words)) === wanted).map(({ there }) => there),
  );
  return { inPlace: inPlace ?? [], beside: beside ?? [] };
}

/** Words of a source, some marked and some underlined. */
function figure(caption: string, text: string, marked: readonly Span[], underlined: readonly Span[]): string {
  const plain = underlined.filter((span) => !marked.some((one) => overlaps(one, span)));
  const edges = [0, text.length, ...[...marked, ...plain].flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const isIn = (spans: readonly Span[]) => spans.some((span) => span.start <= start && end <= span.end);
    const piece = escape(text.slice(start, end));
    if (isIn(marked)) return `<mark>${piece}</mark>`;
    return isIn(plain) ? `<u>${piece}</u>` : piece;
  });
  return `<figure><figcaption>${escape(caption)}</figcaption><blockquote>${pieces.join('')}</blockquote></figure>`;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
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
