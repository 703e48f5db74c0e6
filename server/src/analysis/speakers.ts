import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { IS_FEMALE, IS_MALE } from '../core/nameCandidates.js';
import type { NameKinds } from '../core/nameKind.js';
import { quotationsOf } from '../core/quotations.js';
import { shift, type Place, type Span } from '../core/span.js';
import { ParagraphSpeakers, type Attribution, type Conversation } from './attribution.js';
import type { Derivation } from './corpus.js';
import { descriptionsIn } from './descriptions.js';
import { MENTION } from './mentions.js';
import type { NamedDocument } from './nameIndex.js';
import { people, type People, type Person } from './people.js';
import type { NamedSpan } from './speechActors.js';

/** Words that a source quotes, and whose they are. The place is that of the words inside the marks. */
export interface SpokenQuotation extends Place {
  readonly text: string;
  /** The marks and all between them. */
  readonly outer: Span;
  /** `undefined` where the source names nobody: an organisation, "officials", or nothing at all. */
  readonly speaker: Person | undefined;
  /** The name, pronoun or description beside the quotation that says who speaks. */
  readonly source: Span | undefined;
  /** The verb of saying. */
  readonly cue: Span | undefined;
}

export interface Speakers {
  /** Quotations of one document, in order. */
  in(path: string): readonly SpokenQuotation[];
  /** Quotations of one person in the order of paths and offsets; looked for as far as they are asked for. */
  of(person: Person): Iterable<SpokenQuotation>;
}

/** Who says what, in every source. A document is read when it is asked for; what it says is kept with it. */
export const speakers: Derivation<Speakers> = {
  name: 'speakers',
  derive: (corpus) => new KnownSpeakers(corpus.get(people)),
};

class KnownSpeakers implements Speakers {
  readonly #spoken = new Map<string, readonly SpokenQuotation[]>();

  constructor(private readonly everyone: People) {}

  in(path: string): readonly SpokenQuotation[] {
    const known = this.#spoken.get(path);
    if (known) return known;
    const named = this.everyone.names(path);
    const spoken = named ? this.#resolve(named) : [];
    this.#spoken.set(path, spoken);
    return spoken;
  }

  *of(person: Person): Iterable<SpokenQuotation> {
    for (const path of new Set(person.mentions.map((mention) => mention.path))) {
      for (const quotation of this.in(path)) if (quotation.speaker === person) yield quotation;
    }
  }

  #resolve(named: NamedDocument): SpokenQuotation[] {
    const { path, text } = named.document;
    return attributionsIn(named, this.everyone.kinds).map(({ quotation, outer, person, source, verb }) => ({
      path,
      ...quotation,
      text: text.slice(quotation.start, quotation.end),
      outer,
      speaker: person < 0 ? undefined : this.everyone.person(person),
      source,
      cue: verb,
    }));
  }
}

/** Offsets count in the document. */
interface DocumentAttribution extends Attribution {
  readonly quotation: Span;
  readonly outer: Span;
}

const cache = new Facts<NamedDocument, readonly DocumentAttribution[]>();

function attributionsIn(named: NamedDocument, kinds: NameKinds): readonly DocumentAttribution[] {
  let found = cache.get(named);
  if (!found) cache.set(named, (found = attribute(named, kinds)));
  return found;
}

function attribute(named: NamedDocument, kinds: NameKinds): DocumentAttribution[] {
  const { document } = named;
  if (!document.paragraphs.some((paragraph) => quotationsOf(paragraph).length > 0)) return [];
  const described = descriptionsIn(named, kinds);
  const mentions = namedSpans(named, kinds);
  const found: DocumentAttribution[] = [];
  let conversation = NOTHING_SAID;
  let at = 0;
  for (const [index, paragraph] of document.paragraphs.entries()) {
    const offset = document.offsets[index] ?? 0;
    const here: NamedSpan[] = [];
    for (; (mentions[at]?.start ?? Infinity) < offset + paragraph.text.length; at++) {
      const mention = mentions[at];
      if (mention) here.push(shift(mention, -offset));
    }
    // Who is spoken of matters to what is quoted next, and not for long.
    if (!isNear(document, index)) {
      conversation = NOTHING_SAID;
      continue;
    }
    const reader = new ParagraphSpeakers(paragraph, here, conversation, described);
    const quotations = quotationsOf(paragraph);
    for (const [place, { person, source, verb }] of reader.attribute().entries()) {
      const quotation = quotations[place];
      if (!quotation) continue;
      const { start, end, outer } = quotation;
      found.push({
        quotation: shift({ start, end }, offset),
        outer: shift(outer, offset),
        person,
        source: source && shift(source, offset),
        verb: verb && shift({ start: verb.start, end: verb.end }, offset),
      });
    }
    conversation = reader.after();
  }
  return found;
}

const NOTHING_SAID: Conversation = {
  last: undefined,
  before: undefined,
  subjects: [],
  isUnclosed: false,
  announcement: undefined,
};

/** Whether one of the next paragraphs quotes something; or one of the last, whose speaker may be asked for later. */
function isNear({ paragraphs }: Document, index: number): boolean {
  for (let at = Math.max(0, index - MEMORY); at <= index + MEMORY; at++) {
    const paragraph = paragraphs[at];
    if (paragraph && quotationsOf(paragraph).length > 0) return true;
  }
  return false;
}

/** In paragraphs. */
const MEMORY = 3;

/** Mentions with their people, and each one's sex by title or given name. */
function namedSpans({ document, mentions, owners }: NamedDocument, { lists }: NameKinds): NamedSpan[] {
  const sexes = new Map<number, 'm' | 'f'>();
  for (const [index, person] of owners.people.entries()) {
    const sex = sexOf(document, mentions.subarray(index * MENTION, index * MENTION + MENTION), lists);
    if (sex && !sexes.has(person)) sexes.set(person, sex);
  }
  return Array.from(owners.people, (person, index) => ({
    start: mentions[index * MENTION] ?? 0,
    end: mentions[index * MENTION + 1] ?? 0,
    person,
    sex: sexes.get(person) ?? '',
  }));
}

function sexOf({ text }: Document, mention: Int32Array, lists: NameKinds['lists']): 'm' | 'f' | undefined {
  const [start = 0, end = 0, , flags = 0] = mention;
  if (flags & IS_MALE) return 'm';
  if (flags & IS_FEMALE) return 'f';
  const [first = '', ...others] = text.slice(start, end).toLowerCase().split(/\s+/);
  if (others.length === 0) return undefined;
  const [isMale, isFemale] = [lists.male.has(first), lists.female.has(first)];
  return isMale === isFemale ? undefined : isMale ? 'm' : 'f';
}
