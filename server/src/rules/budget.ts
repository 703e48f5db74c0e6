import type { Corpus } from '../analysis/corpus.js';
import type { Document } from '../core/document.js';
import type { Rule } from './rule.js';

/** In ms, what a rule may spend on a text, however short; many times what any needs on texts that people wrote. */
const START = 20_000;
/** In ms, what it may spend besides on each UTF-16 unit. */
const EACH_UNIT = 0.05;
/** In ms, what one paragraph counts at most: who asks first pays for what is then known of all texts. */
const MOST_AT_ONCE = 2_000;

/** A rule has spent its time on a text. */
export class BudgetSpent extends Error {
  constructor() {
    super('it took too long; the text is left unchecked by this rule');
  }
}

const spent = new WeakMap<Document, { readonly serial: number; readonly byRule: Map<Rule, number> }>();

/**
 * Does a paragraph's share of the work of a rule on a text of this snapshot.
 * @throws {BudgetSpent} without doing it where the rule has spent its time on that text.
 */
export function withinBudget<T>(
  rule: Rule,
  document: Document,
  { serial }: Corpus,
  clock: () => number,
  work: () => T,
): T {
  let known = spent.get(document);
  if (known?.serial !== serial) spent.set(document, (known = { serial, byRule: new Map<Rule, number>() }));
  const before = known.byRule.get(rule) ?? 0;
  if (before > START + EACH_UNIT * document.text.length) throw new BudgetSpent();
  const started = clock();
  try {
    return work();
  } finally {
    known.byRule.set(rule, before + Math.min(MOST_AT_ONCE, clock() - started));
  }
}
