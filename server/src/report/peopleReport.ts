import { people, type Mention, type Person } from '../analysis/people.js';
import { roleGroups } from '../analysis/roleGroups.js';
import { speakers } from '../analysis/speakers.js';
import { oneLine } from '../core/oneLine.js';
import type { Format } from '../cli/commandLine.js';
import type { OpenCorpus } from '../cli/corpora.js';

/** Writes everyone that the sources name, the most often named first. */
export function peopleReport(corpora: readonly OpenCorpus[], format: Format, out: (text: string) => void): void {
  const rows = corpora.flatMap((corpus) => corpus.corpus.get(people).all.map((person) => rowOf(corpus, person)));
  rows.sort((a, b) => b.mentions.length - a.mentions.length || (a.name < b.name ? -1 : 1));
  if (format === 'json') out(`${JSON.stringify({ version: 1, people: rows }, null, 1)}\n`);
  else if (format === 'jsonl') for (const row of rows) out(`${JSON.stringify(row)}\n`);
  else {
    for (const row of rows) out(textOf(row));
  }
}

/** Name, forms, roles with the sources that give them, quotations: what fits on a screen. */
function textOf({ name, names, roles, mentions, quotations }: Row): string {
  const sources = new Set(mentions.map(({ path }) => path)).size;
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const lines = [`${name}: ${count(mentions.length, 'mention')} in ${count(sources, 'source')}`];
  if (names.length > 1) lines.push(`  as ${names.map(({ text, count: times }) => `${text} ×${times}`).join(', ')}`);
  for (const { text, roles: same, differs } of roleGroups(roles)) {
    const paths = [...new Set(same.map(({ path }) => path))];
    lines.push(`  ${differs ? '≠ ' : ''}${oneLine(text, 80)} (${listed(paths)})`);
  }
  for (const { text, path } of quotations.slice(0, 3)) lines.push(`  “${oneLine(text, 100)}” (${path})`);
  if (quotations.length > 3) lines.push(`  … ${count(quotations.length - 3, 'more quotation')}`);
  return `${lines.join('\n')}\n`;
}

function listed(paths: readonly string[]): string {
  return paths.length > 4 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
}

type Row = ReturnType<typeof rowOf>;

function rowOf({ prefix, corpus }: OpenCorpus, person: Person) {
  const place = ({ text, path, start, end }: Mention) => ({ text, path: prefix + path, start, end });
  return {
    name: person.name,
    names: person.names.map(({ text, count }) => ({ text, count })),
    roles: person.roles.map(place),
    mentions: person.mentions.map(place),
    quotations: [...corpus.get(speakers).of(person)].map(place),
  };
}
