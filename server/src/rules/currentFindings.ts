import type { Corpus } from '../analysis/corpus.js';
import { finish, type Steps } from '../analysis/steps.js';
import { allRules } from './allRules.js';
import { undecided, type Ledger } from './decisions.js';
import { checkInSteps, runRulesInSteps, runRulesOnEditInSteps, type Reported, type Run } from './runRules.js';
import { toldOnce } from './toldOnce.js';

/** A corpus with what its readers decided. */
export interface DecidedCorpus {
  readonly corpus: Corpus;
  readonly ledger: Ledger;
}

/** Findings of one document as the reader is to see them: each difference once, less those decided on. */
export function currentFindings(decided: DecidedCorpus, run: Run): Reported[] {
  return finish(currentFindingsInSteps(decided, run));
}

/** The same in steps, for a long text. */
export function* currentFindingsInSteps({ ledger }: DecidedCorpus, run: Run): Steps<Reported[]> {
  return undecided(toldOnce(yield* runRulesInSteps(allRules, run)), run.document, ledger);
}

/** The same at the price of an edit; see `runRulesOnEdit`. */
export function findingsOnEdit(decided: DecidedCorpus, run: Run): Reported[] {
  return finish(findingsOnEditInSteps(decided, run));
}

export function* findingsOnEditInSteps({ ledger }: DecidedCorpus, run: Run): Steps<Reported[]> {
  return undecided(toldOnce(yield* runRulesOnEditInSteps(allRules, run)), run.document, ledger);
}

/** What shows without any other text. */
export function findingsAlone(decided: DecidedCorpus, run: Run): Reported[] {
  return finish(findingsAloneInSteps(decided, run));
}

export function* findingsAloneInSteps({ ledger }: DecidedCorpus, run: Run): Steps<Reported[]> {
  return undecided(yield* runRulesInSteps(lonelyRules, run), run.document, ledger);
}

/** Finds in steps what `findingsAlone` then has at hand. */
export function prepareAlone(run: Run): Steps<void> {
  return checkInSteps(lonelyRules, run);
}

const lonelyRules = allRules.filter(({ scope }) => scope !== 'corpus');
