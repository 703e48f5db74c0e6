import type { Range } from 'vscode-languageserver';
import { firstInFull, firstRole } from '../analysis/introduction.js';
import { people, type People, type Person } from '../analysis/people.js';
import { roleGroups } from '../analysis/roleGroups.js';
import { speakers, type SpokenQuotation } from '../analysis/speakers.js';
import { witnessOf } from '../analysis/witnesses.js';
import { oneLine } from '../core/oneLine.js';
import type { Place } from '../core/span.js';
import { isSubsequence, foldForSearch } from './nameSearch.js';
import { personCard } from './personCard.js';
import { toLocation, toRange, type View } from './toProtocol.js';

/** Somebody in the list of people; the place is where the sources introduce him, and identifies him in later requests. */
export interface PersonRow {
  readonly name: string;
  readonly role?: string;
  readonly sources: number;
  readonly mentions: number;
  readonly uri: string;
  readonly range: Range;
}

/** A place with what a list shows of it. */
export interface PlaceRow {
  readonly text: string;
  readonly detail?: string;
  /** Part of `text` to make out, half-open. */
  readonly highlight?: readonly [number, number];
  readonly uri: string;
  readonly range: Range;
}

export interface RoleRow {
  readonly text: string;
  /** Not all sources can be right. */
  readonly differs: boolean;
  readonly places: readonly PlaceRow[];
}

export interface SourceRow extends PlaceRow {
  readonly mentions: number;
}

/** What a list shows below a person. */
export interface PersonDetails {
  /** The card, in Markdown. */
  readonly card: string;
  readonly roles: readonly RoleRow[];
  readonly quotations: readonly PlaceRow[];
  readonly sources: readonly SourceRow[];
  /** Sources that are left out of a long list. */
  readonly moreSources: number;
}

const MOST_SOURCES = 500;
const MOST_QUOTATIONS = 200;
/** Who says what is looked up in no more texts than this at once. */
const MOST_TEXTS_READ = 400;

/** The people of a corpus by number of sources, then of mentions; those whose name matches `query`, if there is one. */
export function peopleRows(view: View, query: string, limit: number): { people: PersonRow[]; total: number } {
  const { corpus } = view;
  const everyone = corpus.get(people);
  const wanted = foldForSearch(query);
  const counted = [...countsOf(view, everyone)].filter(
    ([id]) => wanted === '' || everyone.person(id).names.some(({ text }) => isSubsequence(wanted, foldForSearch(text))),
  );
  counted.sort(([, a], [, b]) => b.sources - a.sources || b.mentions - a.mentions);
  // Names are worked out for those that are shown only; ties at the border are settled by name among these.
  const shown = counted.slice(0, limit).flatMap(([id, { sources, mentions }]): PersonRow[] => {
    const person = everyone.person(id);
    const introduction = firstInFull(person);
    const location = introduction && toLocation(view, introduction);
    if (!location) return [];
    const role = firstRole(corpus, person);
    return [{ name: person.name, ...(role === undefined ? {} : { role }), sources, mentions, ...location }];
  });
  shown.sort((a, b) => b.sources - a.sources || b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
  return { people: shown, total: counted.length };
}

function countsOf({ corpus }: View, everyone: People): Map<number, { sources: number; mentions: number }> {
  const counts = new Map<number, { sources: number; mentions: number }>();
  for (const path of corpus.documents.keys()) {
    const seen = new Set<number>();
    for (const id of everyone.names(path)?.owners.people ?? []) {
      let count = counts.get(id);
      if (!count) counts.set(id, (count = { sources: 0, mentions: 0 }));
      count.mentions++;
      if (!seen.has(id)) count.sources++;
      seen.add(id);
    }
  }
  return counts;
}

/** Everything about one person but the mentions themselves. */
export function personDetails(view: View, person: Person): PersonDetails {
  const { corpus } = view;
  const bySource = new Map<string, { first: Place; mentions: number }>();
  for (const mention of person.mentions) {
    const known = bySource.get(mention.path);
    if (known) known.mentions++;
    else bySource.set(mention.path, { first: mention, mentions: 1 });
  }
  const sources = [...bySource].sort(([a, x], [b, y]) => y.mentions - x.mentions || (a < b ? -1 : 1));
  return {
    card: personCard(view, person, 'markdown'),
    roles: roleGroups(person.roles).map(({ text, differs, roles }) => ({
      text: oneLine(text, 100),
      differs,
      places: roles.flatMap((role) => placeRow(view, role, oneLine(role.text, 100))),
    })),
    quotations: quotationsOf(view, person).flatMap((quotation) =>
      placeRow(view, quotation, oneLine(quotation.text, 200)),
    ),
    sources: sources.slice(0, MOST_SOURCES).flatMap(([path, { first, mentions }]) => {
      const { title } = witnessOf(corpus, path);
      return placeRow(view, first, title ?? path.slice(path.lastIndexOf('/') + 1)).map((row) => ({ ...row, mentions }));
    }),
    moreSources: Math.max(0, sources.length - MOST_SOURCES),
  };
}

function quotationsOf({ corpus }: View, person: Person): SpokenQuotation[] {
  const found: SpokenQuotation[] = [];
  const paths = [...new Set(person.mentions.map(({ path }) => path))].slice(0, MOST_TEXTS_READ);
  for (const path of paths) {
    for (const quotation of corpus.get(speakers).in(path)) if (quotation.speaker === person) found.push(quotation);
    if (found.length >= MOST_QUOTATIONS) break;
  }
  return found.slice(0, MOST_QUOTATIONS);
}

/** The mentions of one person in one text, each in its line. */
export function mentionRows(view: View, person: Person, path: string): PlaceRow[] {
  const document = view.corpus.document(path);
  if (!document) return [];
  return view.corpus
    .get(people)
    .in(path)
    .filter((named) => named.person === person)
    .map(({ mention, rival }) => {
      const from = Math.max(document.text.lastIndexOf('\n', mention.start - 1) + 1, mention.start - 30);
      const end = document.text.indexOf('\n', mention.end) >>> 0;
      const lead = `${from > 0 && document.text[from - 1] !== '\n' ? '…' : ''}${document.text.slice(from, mention.start)}`;
      const before = lead.replace(/\s+/g, ' ').replace(/^ /, '');
      const name = mention.text.replace(/\s+/g, ' ');
      const text = before + oneLine(name + document.text.slice(mention.end, end), 90);
      return {
        text,
        ...(rival ? { detail: `may also be ${oneLine(rival.name, 60)}` } : {}),
        highlight: [before.length, before.length + name.length] as const,
        uri: view.uriOf(path),
        range: toRange(document, mention),
      };
    });
}

function placeRow(view: View, place: Place, text: string): PlaceRow[] {
  const location = toLocation(view, place);
  return location ? [{ text, detail: witnessOf(view.corpus, place.path).siglum, ...location }] : [];
}
