import type { Corpus } from '../analysis/corpus.js';
import { companyOf, type Company } from '../analysis/nameCompany.js';
import { people, type Named } from '../analysis/people.js';
import { finish, type Steps } from '../analysis/steps.js';
import { paragraphIndexAt, type Document, type Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isBody, isLocative } from '../core/properNames.js';
import { overlaps, type Span } from '../core/span.js';
import { namesOf } from './namesInText.js';

export type NameSort = 'person' | 'place';

/** A name where a document has it; the span counts in the document. */
export interface StoryName extends Span {
  readonly text: string;
  /** By which it is known again: the surname of a person, the telling words of a place. */
  readonly key: string;
  /** All its words in lower case, and of a person those that others call him by. */
  readonly words: readonly string[];
  /** What it is taken for here; nothing where nothing tells. */
  readonly sort: NameSort | undefined;
  readonly preposition: string;
  readonly company: Company;
}

/** The names of a document in order, and where each word stands near one of them. */
export interface StoryNames {
  readonly names: readonly StoryName[];
  /** By the base of a word: the names that it stands near, each by its index, and how near. */
  readonly near: ReadonlyMap<string, readonly { readonly name: number; readonly nearness: number }[]>;
}

const ofDocuments = new Facts<Document, { readonly named: unknown; readonly known: StoryNames }>();

/** People as they are known, and what else has a capital. Kept as long as the document names the same people. */
export function storyNamesIn(document: Document, corpus: Corpus): StoryNames {
  return finish(storyNamesInSteps(document, corpus));
}

/** The same in steps, for a long text. */
export function* storyNamesInSteps(document: Document, corpus: Corpus): Steps<StoryNames> {
  const named = corpus.get(people).names(document.path);
  const kept = ofDocuments.get(document);
  if (kept && kept.named === named) return kept.known;
  const mentions = mentionsByParagraph(document, corpus);
  const names: StoryName[] = [];
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const here = { paragraph, offset: document.offsets[index] ?? 0 };
    const persons: StoryName[] = [];
    for (const mention of mentions.get(index) ?? []) {
      const person = personAt(mention, here, corpus);
      if (person) persons.push(person);
      yield index / document.paragraphs.length;
    }
    const others = othersIn(here, persons, document, corpus);
    names.push(...[...persons, ...others].sort((x, y) => x.start - y.start));
    yield index / document.paragraphs.length;
  }
  const known = { names, near: nearTo(names) };
  ofDocuments.set(document, { named, known });
  return known;
}

function nearTo(names: readonly StoryName[]): StoryNames['near'] {
  const near = new Map<string, { name: number; nearness: number }[]>();
  for (const [name, { company }] of names.entries()) {
    for (const [base, { nearness }] of company) {
      const known = near.get(base);
      if (known) known.push({ name, nearness });
      else near.set(base, [{ name, nearness }]);
    }
  }
  return near;
}

interface PlacedHere {
  readonly paragraph: Paragraph;
  readonly offset: number;
}

function mentionsByParagraph(document: Document, corpus: Corpus): ReadonlyMap<number, readonly Named[]> {
  const all = new Map<number, Named[]>();
  for (const one of corpus.get(people).in(document.path)) {
    const index = paragraphIndexAt(document, one.mention.start);
    if (index === undefined) continue;
    const known = all.get(index);
    if (known) known.push(one);
    else all.set(index, [one]);
  }
  return all;
}

function personAt({ mention, person }: Named, { paragraph, offset }: PlacedHere, corpus: Corpus) {
  const full = wordsOf(person.name);
  const key = full.at(-1);
  if (key === undefined) return undefined;
  const { start, end, text } = mention;
  const company = keptCompany(paragraph, { start: start - offset, end: end - offset }, corpus);
  const words = [...new Set([...wordsOf(text), ...full])];
  return { start, end, text, key, words, sort: 'person', preposition: '', company } as const;
}

function othersIn(
  { paragraph, offset }: PlacedHere,
  persons: readonly StoryName[],
  { text }: Document,
  corpus: Corpus,
): StoryName[] {
  const { gazetteer } = corpus.resources;
  return namesOf(paragraph, corpus.resources).flatMap((name): StoryName[] => {
    const [start, end] = [offset + name.start, offset + name.end];
    if (isBody(name) || persons.some((one) => overlaps(one, { start, end }))) return [];
    return [
      {
        start,
        end,
        text: text.slice(start, end),
        key: name.telling.join(' '),
        words: name.telling,
        sort: gazetteer.has(name.words.join(' ')) || isLocative(name) ? 'place' : undefined,
        preposition: name.preposition,
        company: keptCompany(paragraph, name, corpus),
      },
    ];
  });
}

const LEAST_LETTERS = 3;

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .split(/\s+/)
    .filter((word) => word.length >= LEAST_LETTERS);
}

const companies = new Facts<Paragraph, Map<number, Company>>();

function keptCompany(paragraph: Paragraph, { start, end }: Span, { resources }: Corpus): Company {
  let known = companies.get(paragraph);
  if (!known) companies.set(paragraph, (known = new Map<number, Company>()));
  // Names are short and start apart: one number for both ends.
  const key = start * 512 + Math.min(end - start, 511);
  let company = known.get(key);
  if (!company) known.set(key, (company = companyOf(paragraph, { start, end }, resources)));
  return company;
}
