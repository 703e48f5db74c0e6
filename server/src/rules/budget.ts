import type { Corpus } from '../analysis/corpus.js';
import type { Steps } from '../analysis/steps.js';
import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Finding, Rule } from './rule.js';

/** In ms, what a rule may spend on a text, however short; many times what any needs on texts that people wrote. */
const START = 20_000;
/** In ms, what it may spend besides on each UTF-16 unit. */
const EACH_UNIT = 0.05;
/** In ms, what is done at a stretch counts at most: who asks first pays for what is then known of all texts. */
const MOST_AT_ONCE = 2_000;
/** Of what is prepared, other rules use the most. */
const SHARE_OF_PREPARED = 0.2;

/** A rule has spent its time on a text. */
export class BudgetSpent extends Error {
  constructor() {
    super('it took too long; the text is left unchecked by this rule');
  }
}

const spent = new Facts<Document, { readonly serial: number; readonly byRule: Map<Rule, number> }>();

/** What a rule works within: a text of this snapshot, and a clock in ms. */
interface Scope {
  readonly document: Document;
  readonly corpus: Corpus;
  readonly clock: () => number;
}

/**
 * All that a rule finds somewhere in the text.
 * @throws {BudgetSpent} where the rule has spent its time on that text, before or while it looks.
 */
export function foundWithinBudget(rule: Rule, scope: Scope, find: () => Iterable<Finding>): Finding[] {
  const found: Finding[] = [];
  const iterator = withinBudget(rule, scope, 1, () => find()[Symbol.iterator]());
  for (;;) {
    const next = withinBudget(rule, scope, 1, () => iterator.next());
    if (next.done) return found;
    found.push(next.value);
  }
}

/** What a rule prepares, as long as it has time left. @throws {BudgetSpent} once it has none. */
export function* preparedWithinBudget(rule: Rule, scope: Scope, steps: Steps<void>): Steps<void> {
  for (;;) {
    const step = withinBudget(rule, scope, SHARE_OF_PREPARED, () => steps.next());
    if (step.done) return;
    yield step.value;
  }
}

function withinBudget<T>(rule: Rule, { document, corpus, clock }: Scope, share: number, work: () => T): T {
  const { serial } = corpus;
  let known = spent.get(document);
  if (known?.serial !== serial) spent.set(document, (known = { serial, byRule: new Map<Rule, number>() }));
  const before = known.byRule.get(rule) ?? 0;
  if (before > START + EACH_UNIT * document.text.length) throw new BudgetSpent();
  const started = clock();
  try {
    return work();
  } finally {
    known.byRule.set(rule, before + share * Math.min(MOST_AT_ONCE, clock() - started));
  }
}
