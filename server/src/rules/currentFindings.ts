import type { Corpus } from '../analysis/corpus.js';
import type { Steps } from '../analysis/steps.js';
import { allRules } from './allRules.js';
import { undecided, type Ledger } from './decisions.js';
import { checkInSteps, runRules, runRulesOnEdit, type Reported, type Run } from './runRules.js';

/** A corpus with what its readers decided. */
export interface DecidedCorpus {
  readonly corpus: Corpus;
  readonly ledger: Ledger;
}

/** Findings of one document as the reader is to see them: less those decided on. */
export function currentFindings({ ledger }: DecidedCorpus, run: Run): Reported[] {
  return undecided(runRules(allRules, run), run.document, ledger);
}

/** The same at the price of an edit; see `runRulesOnEdit`. */
export function findingsOnEdit({ ledger }: DecidedCorpus, run: Run): Reported[] {
  return undecided(runRulesOnEdit(allRules, run), run.document, ledger);
}

/** What shows without any other text. */
export function findingsAlone({ ledger }: DecidedCorpus, run: Run): Reported[] {
  return undecided(runRules(lonelyRules, run), run.document, ledger);
}

/** Finds in steps what `findingsAlone` then has at hand. */
export function prepareAlone(run: Run): Steps<void> {
  return checkInSteps(lonelyRules, run);
}

const lonelyRules = allRules.filter(({ scope }) => scope !== 'corpus');
