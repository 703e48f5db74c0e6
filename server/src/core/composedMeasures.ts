import type { Span } from './span.js';

interface Measured extends Span {
  readonly isRough: boolean;
  readonly qualifier?: string;
  readonly bound?: 'least' | 'most';
}

/** Units in which one measure is told, the larger first. */
const SERIES = [
  ['years?', 'months?', 'weeks?', 'days?', '(?:hours?|hrs?)', '(?:minutes?|mins?)', '(?:seconds?|secs?)'],
  ['miles?', 'yards?', '(?:feet|foot|ft)', '(?:inch(?:es)?|in)'],
  ['stones?', '(?:pounds?|lbs?)', '(?:ounces?|oz)'],
];
/** “Two hours, 20 minutes later” are two spans. */
const LATER = String.raw`(?! (?:later|ago|earlier|before|after)\b)`;
const PAIRS = SERIES.flatMap((units) =>
  units.slice(0, -1).map((larger, at) => ({
    between: new RegExp(String.raw`^[\s-]${larger}(?:,? and |, | )$`),
    behind: new RegExp(String.raw`^[\s-](?:${units.slice(at + 1).join('|')})\b${LATER}`),
  })),
);

/** “Just under two hours and twenty minutes”: what is said of the first number of a measure holds for the next one. */
export function asRoughAs<T extends Measured>(larger: Measured | undefined, quantity: T, text: string): T {
  if (!larger?.qualifier || quantity.qualifier) return quantity;
  const [between, behind] = [text.slice(larger.end, quantity.start), text.slice(quantity.end, quantity.end + 40)];
  if (!PAIRS.some((pair) => pair.between.test(between) && pair.behind.test(behind))) return quantity;
  const { qualifier, bound } = larger;
  return { ...quantity, isRough: true, qualifier, ...(bound ? { bound } : {}) };
}
