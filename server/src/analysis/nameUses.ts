import type { Document, Paragraph } from '../core/document.js';
import { GrowingCounts } from '../core/growingCounts.js';
import { NameMarks } from '../core/nameMarks.js';
import type { NameReader } from '../core/nameReader.js';
import {
  AFTER_PLACE,
  AFTER_THE,
  AFTER_TITLE,
  AS_FIRM,
  BEFORE_NOUN,
  BEFORE_NUMBER,
  BEFORE_ROLE,
  BEFORE_SAYING,
  BEFORE_WORD,
  CAPITAL,
  IN_FIRM,
  INSIDE,
  LOWER,
  USES,
} from '../core/wordUses.js';
import { firstWeight } from '../core/nameWeights.js';
import { numbersIn, type Packed } from './packed.js';
import { each, type Steps } from './steps.js';

/** Columns of what the uses of a word weigh: where it is the only, the last or the first word of a name. */
const ONLY = 0;
const LAST = 1;
const FIRST = 2;

/** Of a word's capitals those inside of sentences that may be slips: one in a large corpus says nothing of all others. */
const MOST_SLIPS = 0.005;

/** How the words of a corpus are used, and what that weighs. Documents can be taken out and put in again. */
export class NameUses {
  readonly #uses: GrowingCounts;
  readonly #weights: GrowingCounts;
  readonly #touched = new Set<number>();

  /** `packed` is what `save` made with the same table of names. */
  constructor(
    private readonly reader: NameReader,
    packed?: Packed,
  ) {
    this.#uses = new GrowingCounts(USES, packed && numbersIn(packed, 'uses'));
    this.#weights = new GrowingCounts(3, packed && numbersIn(packed, 'weights'));
  }

  save(): Packed {
    const { size } = this.reader.table;
    return { uses: this.#uses.cells(size), weights: this.#weights.cells(size) };
  }

  /** Puts `after` in the place of `before`; paragraphs that both have are not read again. */
  *replace(before: Document | undefined, after: Document | undefined): Steps<void> {
    const kept = new Set<Paragraph>(before?.paragraphs);
    const come = (after?.paragraphs ?? []).filter((paragraph) => !kept.delete(paragraph));
    yield* each(come, come.length, (paragraph) => this.#add(paragraph, 1));
    yield* each(kept, kept.size, (paragraph) => this.#add(paragraph, -1));
  }

  /** Words whose uses weigh something else than when this was last asked. */
  *update(): Steps<NameMarks> {
    const changed = new NameMarks();
    const weigh = (word: number) => {
      if (this.#weigh(word)) changed.add(word);
    };
    yield* each(this.#touched, this.#touched.size, weigh, [0.6, 0.6]);
    this.#touched.clear();
    return changed;
  }

  /** What the uses of its first and last word weigh in favour of a name, in hundredths. */
  score(name: number): number {
    const { table } = this.reader;
    if (table.count(name) === 1) return this.#weights.get(name, ONLY);
    return (
      this.#weights.get(table.last(name), LAST) +
      this.#weights.get(table.first(name), FIRST) +
      this.#weights.get(name, ONLY)
    );
  }

  #add(paragraph: Paragraph, by: 1 | -1): void {
    this.reader.readUses(paragraph, (word, use) => {
      this.#uses.add(word, use, by);
      this.#touched.add(word);
    });
  }

  #weigh(word: number): boolean {
    const { kinds, table } = this.reader;
    const count = (use: number) => this.#uses.get(word, use);
    const text = table.text(word);
    const isOrdinary = kinds.isOrdinary(text);
    const only = lastWeight(count, isOrdinary, '') + firmWeight(count);
    const last = lastWeight(count, isOrdinary, '+');
    const first = firstWordWeight(count, isOrdinary && text.length < 5);
    const weights = this.#weights;
    if (weights.get(word, ONLY) === only && weights.get(word, LAST) === last && weights.get(word, FIRST) === first) {
      return false;
    }
    weights.set(word, ONLY, only);
    weights.set(word, LAST, last);
    weights.set(word, FIRST, first);
    return true;
  }
}

type Count = (use: number) => number;

function lastWeight(count: Count, isOrdinary: boolean, plus: '' | '+'): number {
  const lower = count(LOWER);
  const capital = count(CAPITAL);
  if (lower === 0 && capital === 0) return 0;
  let sum = 0;
  if (lower > 0) sum += firstWeight(lower >= Math.max(capital, 1) ? 'low>=' : 'low<');
  else if (isOrdinary) sum += firstWeight('wordneverlow');
  if (capital < 2) return sum;
  const share = (use: number) => count(use) / capital;
  if (plus === '' && share(INSIDE) <= MOST_SLIPS) sum += firstWeight('neverMid');
  if (share(AFTER_PLACE) > 0.25) sum += firstWeight(`C:loc${plus}`);
  if (share(AFTER_THE) > 0.3) sum += firstWeight(`C:the${plus}`);
  if (share(AFTER_TITLE) > 0.15) sum += firstWeight(`C:ttl${plus}`);
  if (share(BEFORE_ROLE) > 0.08) sum += firstWeight(`C:role${plus}`);
  if (share(BEFORE_SAYING) > 0.15) sum += firstWeight(`C:say${plus}`);
  if (share(BEFORE_NUMBER) > 0.15) sum += firstWeight(`C:num${plus}`);
  if (share(BEFORE_WORD) > 0.3) sum += firstWeight(`C:noun${plus}`);
  if (share(BEFORE_NOUN) > 0.3) sum += firstWeight(`C:head${plus}`);
  return sum;
}

function firmWeight(count: Count): number {
  if (count(AS_FIRM) > 0) return firstWeight('C:firm');
  return count(IN_FIRM) > 0 && count(AFTER_TITLE) === 0 ? firstWeight('C:firmpart') : 0;
}

function firstWordWeight(count: Count, isShortWord: boolean): number {
  const capital = count(CAPITAL);
  let sum = 0;
  if (capital > 0 && count(LOWER) === 0 && isShortWord) sum += firstWeight('shortrare');
  if (capital < 2) return sum;
  const share = (use: number) => count(use) / capital;
  if (share(AFTER_THE) > 0.3) sum += firstWeight('C1:the');
  if (share(AFTER_PLACE) > 0.3) sum += firstWeight('C1:loc');
  if (count(LOWER) >= capital) sum += firstWeight('C1:low');
  if (share(BEFORE_ROLE) + share(BEFORE_NOUN) > 0.15) sum += firstWeight('C1:org');
  if (share(BEFORE_NUMBER) > 0.15) sum += firstWeight('C1:num');
  return sum;
}
