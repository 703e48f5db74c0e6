import { parallels, type Parallel } from '../analysis/parallels.js';
import type { Corpus } from '../analysis/corpus.js';
import type { Format, Level } from '../cli/commandLine.js';
import type { OpenCorpus } from '../cli/corpora.js';
import { oneLine } from '../core/oneLine.js';

/** Writes parallel pairs, each once, its earlier path first. With `pairs`, only those document pairs are compared. */
export function parallelsReport(
  corpora: readonly OpenCorpus[],
  options: {
    readonly format: Format;
    readonly level: Level;
    readonly pairs: readonly (readonly [string, string])[] | undefined;
  },
  out: (text: string) => void,
): void {
  const rows: object[] = [];
  for (const { corpus, prefix } of corpora) {
    const wanted = options.pairs?.map(([a, b]) => [strip(a, prefix), strip(b, prefix)] as const) ?? partnersIn(corpus);
    for (const [a, b] of wanted) {
      if (!corpus.document(a) || !corpus.document(b)) continue;
      for (const parallel of corpus.get(parallels).between(a, b, options.level)) {
        const row = rowOf(parallel, prefix);
        if (options.format === 'jsonl') out(`${JSON.stringify(row)}\n`);
        else if (options.format === 'json') rows.push(row);
        else out(inWords(corpus, parallel, prefix));
      }
    }
  }
  if (options.format === 'json') out(`${JSON.stringify({ version: 1, parallels: rows }, null, 1)}\n`);
}

function* partnersIn(corpus: Corpus): Iterable<readonly [string, string]> {
  for (const a of corpus.documents.keys()) {
    const partners = corpus.get(parallels).partnersOf(a);
    for (const b of partners.filter((path) => path > a).sort()) yield [a, b];
  }
}

function strip(path: string, prefix: string): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

function rowOf({ a, b, relation, score }: Parallel, prefix: string) {
  const place = ({ path, start, end }: Parallel['a']) => ({ path: prefix + path, start, end });
  return { a: place(a), b: place(b), relation, score: Math.round(score * 1000) / 1000 };
}

function inWords(corpus: Corpus, { a, b, relation, score }: Parallel, prefix: string): string {
  const words = ({ path, start, end }: Parallel['a']) =>
    `  ${prefix}${path}@${start}: ${oneLine(corpus.document(path)?.text.slice(start, end) ?? '', 160)}\n`;
  return `${relation} ${score.toFixed(2)}\n${words(a)}${words(b)}`;
}
