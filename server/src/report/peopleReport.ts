import { people, type Mention, type Person } from '../analysis/people.js';
import type { Format } from '../cli/commandLine.js';
import type { OpenCorpus } from '../cli/corpora.js';

/** Writes everyone that the sources name, the most often named first. */
export function peopleReport(corpora: readonly OpenCorpus[], format: Format, out: (text: string) => void): void {
  const rows = corpora.flatMap((corpus) => corpus.corpus.get(people).all.map((person) => rowOf(corpus, person)));
  rows.sort((a, b) => b.mentions.length - a.mentions.length || (a.name < b.name ? -1 : 1));
  if (format === 'json') out(`${JSON.stringify({ version: 1, people: rows }, null, 1)}\n`);
  else if (format === 'jsonl') for (const row of rows) out(`${JSON.stringify(row)}\n`);
  else {
    for (const { name, roles, mentions } of rows) {
      const sources = new Set(mentions.map(({ path }) => path)).size;
      const role = roles[0] ? ` – ${roles[0].text}` : '';
      out(
        `${name}${role}: ${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'} in ${sources} ${sources === 1 ? 'source' : 'sources'}\n`,
      );
    }
  }
}

function rowOf({ prefix }: OpenCorpus, person: Person) {
  const place = ({ text, path, start, end }: Mention) => ({ text, path: prefix + path, start, end });
  return {
    name: person.name,
    names: person.names.map(({ text, count }) => ({ text, count })),
    roles: person.roles.map(place),
    mentions: person.mentions.map(place),
    quotations: [],
  };
}
