import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import { sourceNames } from '../analysis/sourceNames.js';
import { oneLine } from '../core/oneLine.js';
import type { Place } from '../core/span.js';
import type { Signs } from './matter.js';
import type { Finding } from './rule.js';

/** A place, and what other sources have where they seem to tell the same. */
export interface Exchange<Kind> {
  readonly place: Place;
  readonly kind: Kind;
  /** Of the likeliest of the witnesses. */
  readonly signs: Signs;
  readonly reading: string;
  /** The likeliest first. */
  readonly witnesses: readonly Witness[];
}

/** Where another source has the reading, and the sentence around it. */
export interface Witness {
  readonly place: Place;
  readonly passage: Place;
}

/** The witnesses of one reading together, as far as `signs` of each say by `closeness` which of them says most. */
export class Exchanges<Kind> {
  readonly #byReading = new Map<string, Exchange<Kind> & { readonly witnesses: Witness[] }>();

  constructor(private readonly closeness: (signs: Signs) => number) {}

  add({ witness, ...one }: Omit<Exchange<Kind>, 'witnesses'> & { readonly witness: Witness }): void {
    const known = this.#byReading.get(one.reading);
    if (!known) this.#byReading.set(one.reading, { ...one, witnesses: [witness] });
    else if (this.closeness(one.signs) > this.closeness(known.signs))
      this.#byReading.set(one.reading, { ...one, witnesses: [witness, ...known.witnesses] });
    else known.witnesses.push(witness);
  }

  /** Each reading with how many more than one stand for it, two at the most, as `seconding`. */
  all(corpus: Corpus): Exchange<Kind>[] {
    const votes = corpus.get(lineages);
    return Array.from(this.#byReading.values(), (one) => ({
      ...one,
      signs: {
        ...one.signs,
        seconding: Math.min(2, votes.count(one.witnesses.map(({ place }) => place.path)) - 1),
      },
    }));
  }
}

const MOST_EVIDENCE = 5;
const MOST_CONFIDENCE = 0.9;

/** @param chance that the two are said of one thing, 0 to 1 */
export function exchangeFinding(
  { place, reading, witnesses }: Exchange<unknown>,
  chance: number,
  isShown: boolean,
  corpus: Corpus,
): Finding {
  const paths = witnesses.map((one) => one.place.path);
  const [first] = witnesses;
  return {
    start: place.start,
    end: place.end,
    message: `“${corpus.textAt(place)}” here; “${reading}” in ${sourceNames(corpus, paths)}: “${oneLine(first ? corpus.textAt(first.passage) : '', 110)}”`,
    evidence: witnesses.slice(0, MOST_EVIDENCE).map((one) => ({
      ...one.passage,
      text: oneLine(corpus.textAt(one.passage), 200),
      reading: corpus.textAt(one.place),
    })),
    confidence: Math.min(MOST_CONFIDENCE, chance),
    ...(isShown ? {} : { severity: 'hint' as const }),
  };
}
