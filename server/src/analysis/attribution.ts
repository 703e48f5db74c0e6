import type { Paragraph } from '../core/document.js';
import { quotationsOf, type Quotation } from '../core/quotations.js';
import { encloses, type Span } from '../core/span.js';
import { statementsOf } from '../core/speechCues.js';
import { SPEECH_VERBS } from '../core/speechWords.js';
import { statementStart, tailOf, wordsOutside } from './quotationFrame.js';
import { actorsIn, isOblique, isPossessive, isSubject, isWho, type Actor, type NamedSpan } from './speechActors.js';

/** Who says a quotation, and by what words one knows. */
export interface Attribution {
  /** −1 where it is nobody with a name. */
  readonly person: number;
  /** The name, pronoun or description that says who; relative to the paragraph. */
  readonly source: Span | undefined;
  /** The verb of saying. */
  readonly verb: Span | undefined;
}

interface Subject {
  readonly person: number;
  readonly sex: '' | 'm' | 'f';
}

/** What the paragraphs before leave open. */
export interface Conversation {
  /** The one who spoke last, and how many paragraphs ago. */
  readonly last: { person: number; age: number } | undefined;
  /** The one who spoke before him, and how many paragraphs ago. */
  readonly before: { person: number; age: number } | undefined;
  /** Whom "he" or "she" may mean, the latest last: who spoke, and who was the subject of a sentence. */
  readonly subjects: readonly Subject[];
  /** The paragraph before ends inside a quotation. */
  readonly isUnclosed: boolean;
  /** The paragraph before, if it announces what follows: "He said:". */
  readonly announcement: Attribution | undefined;
}

/** A verb of saying further away than this says something else. */
const FARTHEST_VERB = 130;

/**
 * Attributes the quotations of one paragraph, in order, by verbs of saying and position: words quoted inside a clause
 * belong to the subject of the last verb before them, whole sentences to who stands after the closing mark; "he" is who
 * spoke before; a quotation that nobody is named for goes on from the one before.
 */
export class ParagraphSpeakers {
  readonly #quotations: readonly Quotation[];
  #gathered: readonly Actor[] | undefined;
  readonly #found: Attribution[] = [];
  #conversation: Conversation;

  /** @param described who is meant by a description such as "the North Korean leader"; −1 where that is open. */
  constructor(
    private readonly paragraph: Paragraph,
    private readonly mentions: readonly NamedSpan[],
    conversation: Conversation,
    private readonly described: (words: string) => number,
  ) {
    this.#conversation = conversation;
    this.#quotations = quotationsOf(paragraph);
  }

  /** Most paragraphs quote nothing, and are asked only who is spoken of in them. */
  get #actors(): readonly Actor[] {
    return (this.#gathered ??= actorsIn(this.paragraph, this.mentions));
  }

  attribute(): readonly Attribution[] {
    for (const [index, quotation] of this.#quotations.entries()) {
      const found = this.#attribute(quotation, index);
      this.#found.push(found);
      if (found.person >= 0) this.#remember(found);
    }
    return this.#found;
  }

  /** Who is announced by a paragraph that ends with a colon. */
  announced(): Attribution | undefined {
    const { text } = this.paragraph;
    if (!/:\s*$/.test(text)) return undefined;
    const statement = statementsOf(this.paragraph).at(-1);
    return statement && this.#before(statement.start, text.length);
  }

  /** The conversation after this paragraph. */
  after(): Conversation {
    const { last, before } = this.#conversation;
    const lastQuotation = this.#quotations.at(-1);
    const { text } = this.paragraph;
    const mark = text[lastQuotation?.outer.start ?? -1] ?? '';
    return {
      last: last && { ...last, age: last.age + 1 },
      before: before && { ...before, age: before.age + 1 },
      subjects: this.#subjectsBefore(text.length).slice(-4),
      isUnclosed: lastQuotation?.end === text.length && lastQuotation.outer.end === text.length && mark !== '',
      announcement: this.announced(),
    };
  }

  #remember({ person }: Attribution): void {
    const { last, before } = this.#conversation;
    this.#conversation = {
      ...this.#conversation,
      last: { person, age: 0 },
      before: last && last.person !== person ? last : before,
    };
  }

  #attribute(quotation: Quotation, index: number): Attribution {
    const { text } = this.paragraph;
    const { outer } = quotation;
    const start = statementStart(this.paragraph, outer.start);
    const lead = wordsOutside(this.paragraph, start, outer.start);
    const tail = tailOf(this.paragraph, quotation, this.#actors);
    const next = tail && this.#actors.find((actor) => actor.start >= outer.end);
    const verbFollows = tail?.hasComma && next?.kind === 'verb' && !/\p{L}/u.test(text.slice(outer.end, next.start));
    const isFragment = lead >= 2 && !verbFollows;
    const isAnnounced = /:\s*$/.test(text.slice(start, outer.start));
    let found: Attribution | undefined;
    if (isFragment || isAnnounced) found = this.#before(start, outer.start);
    if (!found && lead === 0 && index === 0 && outer.start === 0) found = this.#fromAnnouncement();
    if (!found && tail) found = this.#after(outer.end, tail.end);
    if (!found && !isFragment && lead > 0) found = this.#before(start, outer.start);
    return found ?? this.#goesOn(quotation, index) ?? NOBODY;
  }

  #fromAnnouncement(): Attribution | undefined {
    const { announcement } = this.#conversation;
    return announcement && { person: announcement.person, source: undefined, verb: undefined };
  }

  /** Nothing says who: in one paragraph the same one speaks on; else speakers take turns, or one goes on. */
  #goesOn(quotation: Quotation, index: number): Attribution | undefined {
    const { last, before, isUnclosed } = this.#conversation;
    const by = (person: number): Attribution => ({ person, source: undefined, verb: undefined });
    if (index > 0) {
      const previous = this.#found.at(-1);
      return previous && { person: previous.person, source: undefined, verb: undefined };
    }
    if (quotation.outer.start > 2) {
      const statement = statementStart(this.paragraph, quotation.outer.start - 2);
      const found = this.#before(statement, quotation.outer.start);
      return found?.verb && found;
    }
    if (!last || last.age > 2) return undefined;
    if (isUnclosed) return by(last.person);
    // Two who answered each other in the last two paragraphs take turns.
    if (before?.age === last.age + 1 && last.age === 1) return by(before.person);
    return last.age <= 1 ? by(last.person) : undefined;
  }

  /** The speaker named between `from` and a quotation that opens at `to`. */
  #before(from: number, to: number): Attribution | undefined {
    const actors = this.#between(from, to);
    const according = actors.findLast(({ kind }) => kind === 'according');
    if (according) {
      const person = actors.find((actor) => actor.start > according.end && isWho(actor));
      if (person) return this.#resolve(person, according);
    }
    const verb = actors.findLast(({ kind }) => kind === 'verb');
    if (!verb) return this.#subjectOf(actors);
    const text = this.paragraph.text.slice(verb.start, verb.end);
    const index = actors.indexOf(verb);
    const isParticiple = text.endsWith('ing');
    const earlier = actors.slice(0, index);
    const beside = earlier.at(-1);
    if (beside && (beside.kind === 'noun' || beside.kind === 'capital') && this.#isBeside(beside, verb)) {
      return this.#resolve(this.#ownerOf(beside, earlier), verb);
    }
    const firstVerb = isParticiple ? earlier.findIndex(({ kind }) => kind === 'verb') : -1;
    const before = firstVerb > 0 ? earlier.slice(0, firstVerb) : earlier;
    const people = before.filter(isSubject);
    const pick = isParticiple ? people[0] : people.at(-1);
    // "Okafor met Petrov and said": one subject, two verbs.
    const first = earlier.findIndex(({ kind }) => kind === 'verb');
    if (
      !isParticiple &&
      first > 0 &&
      /\b(?:and|but)(?:\s\p{L}+ly|\salso|\sthen)?\s*$/u.test(this.paragraph.text.slice(0, verb.start))
    ) {
      const subject = earlier.slice(0, first).findLast(isSubject);
      if (subject) return this.#resolve(subject, verb);
    }
    const other = before.findLast(({ kind }) => kind === 'unnamed');
    if (pick && (!other || other.start < pick.start || this.#isApart(pick, other))) return this.#resolve(pick, verb);
    if (other) return NOBODY;
    const inverted = actors[index + 1];
    const opens = from === verb.start || !/\p{L}/u.test(this.paragraph.text.slice(from, verb.start));
    if (inverted && opens) return this.#resolve(inverted, verb);
    return earlier.length > 0 || opens ? { person: -1, source: undefined, verb } : undefined;
  }

  /** Whether the person comes first and the other is an object or part of an aside. */
  #isApart(person: Actor, other: Actor): boolean {
    const between = this.paragraph.text.slice(person.end, other.start);
    return (
      other.start > person.end && /(?:^|\s)(?:to|the|told|that|with|at|in|of|on|by|from|for|his|her)\s/i.test(between)
    );
  }

  /** No verb of saying: the subject of the sentence. */
  #subjectOf(actors: readonly Actor[]): Attribution | undefined {
    const [first] = actors;
    if (!first) return undefined;
    if (first.kind === 'unnamed' || first.kind === 'noun') return this.#resolve(first, undefined);
    const who = actors.find(isSubject) ?? actors.find(isWho);
    return who && this.#resolve(who, undefined);
  }

  /** The speaker named behind the closing mark. */
  #after(from: number, to: number): Attribution | undefined {
    const actors = this.#between(from, to);
    const { text } = this.paragraph;
    const [first] = actors;
    if (first && isWho(first) && /^\s*[—–―]\s*/.test(text.slice(from, first.start)) && first.start - from < 5) {
      return this.#resolve(first, undefined);
    }
    const according = actors.find(({ kind }) => kind === 'according');
    if (according && according.start - from < 30) {
      const who = actors.find((actor) => actor.start > according.end && isWho(actor));
      return who ? this.#resolve(who, according) : { person: -1, source: undefined, verb: according };
    }
    const verb = actors.find(({ kind }) => kind === 'verb');
    if (!verb || verb.start - from > FARTHEST_VERB) return this.#namedNext(actors, from);
    const index = actors.indexOf(verb);
    const earlier = actors.slice(0, index);
    const beside = earlier.at(-1);
    if (beside && (beside.kind === 'noun' || beside.kind === 'capital') && this.#isBeside(beside, verb)) {
      return this.#resolve(this.#ownerOf(beside, earlier), verb);
    }
    const pick = earlier.findLast(isSubject);
    if (pick) return this.#resolve(pick, verb);
    if (earlier.some(({ kind }) => kind === 'unnamed')) return { person: -1, source: undefined, verb };
    return this.#inverted(verb, actors.slice(index + 1));
  }

  /** "said Okafor", "said Kremlin spokesman Ivan Petrov", "said the minister". */
  #inverted(verb: Actor, later: readonly Actor[]): Attribution {
    const { text } = this.paragraph;
    const next = later.findIndex(({ kind }) => kind === 'verb');
    const near = (next < 0 ? later : later.slice(0, next)).filter(({ start }) => start - verb.end < 90);
    const who = near.find(isSubject);
    const [first] = near;
    if (first?.kind === 'noun' && (!who || !this.#isTitle(first, who))) return this.#resolve(first, verb);
    if (who && (who === first || !text.slice(verb.end, who.start).includes(';'))) return this.#resolve(who, verb);
    return { person: -1, source: first, verb };
  }

  /** "the minister, Anna Okafor": the description stands beside the name it belongs to. */
  #isTitle(noun: Actor, who: Actor): boolean {
    const between = this.paragraph.text.slice(noun.end, who.start);
    return who.start >= noun.end && between.length < 60 && /^(?:\s|,\s$|\s+of\b.*,\s$|,?\s*\p{Lu}.*\s$)/u.test(between);
  }

  /** A name alone right behind the mark, as in interviews. */
  #namedNext(actors: readonly Actor[], from: number): Attribution | undefined {
    const [first] = actors;
    if (!first || !isWho(first) || first.start - from > 20) return undefined;
    return this.#resolve(first, undefined);
  }

  /** "Okafor of the Harbour Club said": what stands beside the verb belongs to a name. */
  #ownerOf(beside: Actor, earlier: readonly Actor[]): Actor {
    const who = earlier.findLast(isSubject);
    const between = who && this.paragraph.text.slice(who.end, beside.start);
    return between !== undefined &&
      /^\s(?:of|at|from|with|for|in)\s(?:the\s)?(?:[\p{Lu}&][\p{L}.’'-]*\s|of\s|the\s|and\s)*$/u.test(between)
      ? (who ?? beside)
      : beside;
  }

  #isBeside(subject: Actor, verb: Actor): boolean {
    const between = this.paragraph.text.slice(subject.end, verb.start);
    return between.length < 30 && !/[,;:–—(]/.test(between);
  }

  #resolve(actor: Actor, verb: Span | undefined): Attribution {
    const source = { start: actor.start, end: actor.end };
    if (actor.kind === 'noun' && WRITINGS.test(this.paragraph.text.slice(actor.start, actor.end))) {
      const { last } = this.#conversation;
      return { person: last && last.age <= 1 ? last.person : -1, source, verb };
    }
    if (actor.kind === 'person') return { person: actor.named.person, source, verb };
    if (actor.kind === 'he' || actor.kind === 'she') return { person: this.#antecedent(actor), source, verb };
    if (actor.kind === 'noun') {
      return { person: this.described(this.paragraph.text.slice(actor.start, actor.end)), source, verb };
    }
    return { person: -1, source, verb };
  }

  /** Whom "he" means: the last one who spoke or was the subject of a sentence. */
  #antecedent({ kind, start }: Actor): number {
    const sex = kind === 'he' ? 'm' : 'f';
    return this.#subjectsBefore(start).findLast((one) => one.sex === '' || one.sex === sex)?.person ?? -1;
  }

  /** Subjects up to an offset, those who spoke here among them. */
  #subjectsBefore(at: number): Subject[] {
    const own = this.mentions.filter((mention) => mention.end <= at && this.#isSubjectMention(mention));
    const spoke = this.#found.flatMap(({ person }, index) => {
      const start = this.#quotations[index]?.outer.end ?? 0;
      const sex = this.#sexOf(person);
      return person >= 0 && start <= at ? [{ person, sex, start }] : [];
    });
    return [...this.#conversation.subjects, ...[...own, ...spoke].sort((a, b) => a.start - b.start)];
  }

  #sexOf(person: number): '' | 'm' | 'f' {
    const known = this.mentions.find((mention) => mention.person === person)?.sex;
    return known ?? this.#conversation.subjects.findLast((one) => one.person === person)?.sex ?? '';
  }

  /** Near the start of its sentence, or right before a verb of saying. */
  #isSubjectMention(mention: NamedSpan): boolean {
    const { text } = this.paragraph;
    if (isPossessive(text, mention)) return false;
    if (/\baccording to [^.]{0,60}$/i.test(text.slice(Math.max(0, mention.start - 75), mention.start))) return true;
    if (isOblique(text, mention) || this.#quotations.some((quotation) => encloses(quotation, mention))) return false;
    const lead = text.slice(statementStart(this.paragraph, mention.start), mention.start);
    if ((lead.match(/(?<![\p{L}’'-])\p{Ll}+/gu)?.length ?? 0) <= 1) return true;
    const [, next = ''] = /^[\s,]{1,3}(\p{Ll}+)/u.exec(text.slice(mention.end, mention.end + 20)) ?? [];
    return SPEECH_VERBS.has(next);
  }

  #between(from: number, to: number): Actor[] {
    return this.#actors.filter((actor) => actor.start >= from && actor.end <= to);
  }
}

const NOBODY: Attribution = { person: -1, source: undefined, verb: undefined };

/** What somebody was just said to have written or said. */
const WRITINGS = /^the (?:article|letter|statement|speech|post|tweet|message|essay|op-ed|memo|email)$/i;
