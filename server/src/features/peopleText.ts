import { introductionOf } from '../analysis/introduction.js';
import { people, type Person } from '../analysis/people.js';
import { roleGroups } from '../analysis/roleGroups.js';
import { witnessOf } from '../analysis/witnesses.js';
import { oneLine } from '../core/oneLine.js';
import type { Place } from '../core/span.js';
import { escapeMarkdown } from './markdown.js';
import { mentionRows } from './peopleTree.js';
import { toRange, type View } from './toProtocol.js';

export type TextFormat = 'markdown' | 'csv';

/** People as a table to paste elsewhere, those named in most sources first. */
export function peopleText(view: View, persons: readonly Person[], format: TextFormat): string {
  const header = ['name', 'role', 'sources', 'mentions', 'forms', 'introduced'];
  const rows = persons.map((person) => {
    const [role] = roleGroups(person.roles);
    const introduction = introductionOf(person);
    return [
      person.name,
      role ? oneLine(role.text, 200) : '',
      String(new Set(person.mentions.map(({ path }) => path)).size),
      String(person.mentions.length),
      person.names.map(({ text, count }) => `${text} ×${count}`).join('; '),
      introduction ? placeName(view, introduction) : '',
    ];
  });
  return table(header, rows, format);
}

/** Every mention of one person as a table. */
export function mentionsText(view: View, person: Person, format: TextFormat): string {
  const header = ['name', 'form', 'source', 'line', 'column', 'context'];
  const rows = [...new Set(person.mentions.map(({ path }) => path))].flatMap((path) =>
    mentionRows(view, person, path).map(({ text, highlight, range: { start } }) => [
      person.name,
      text.slice(...(highlight ?? [0, 0])),
      path,
      String(start.line + 1),
      String(start.character + 1),
      text,
    ]),
  );
  return table(header, rows, format);
}

/** Everyone in a corpus, named in most sources first. */
export function everyoneIn({ corpus }: View): Person[] {
  const sources = ({ mentions }: Person) => new Set(mentions.map(({ path }) => path)).size;
  return [...corpus.get(people).all]
    .map((person) => ({ person, count: sources(person) }))
    .sort((a, b) => b.count - a.count || b.person.mentions.length - a.person.mentions.length)
    .map(({ person }) => person);
}

function placeName(view: View, place: Place): string {
  const document = view.corpus.document(place.path);
  const { siglum } = witnessOf(view.corpus, place.path);
  return document ? `${siglum}:${toRange(document, place).start.line + 1}` : siglum;
}

function table(header: readonly string[], rows: readonly (readonly string[])[], format: TextFormat): string {
  if (format === 'csv') return [header, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n') + '\r\n';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return (
    [line(header), line(header.map(() => '---')), ...rows.map((row) => line(row.map(escapeMarkdown)))].join('\n') + '\n'
  );
}

/**
 * A field of RFC 4180. A spreadsheet would run what begins like a formula: an apostrophe in front makes it words.
 */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
