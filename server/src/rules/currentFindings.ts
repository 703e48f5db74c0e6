import type { Corpus } from '../analysis/corpus.js';
import { finish, type Steps } from '../analysis/steps.js';
import type { Rule } from './rule.js';
import { allRules } from './allRules.js';
import { undecided, type Ledger } from './decisions.js';
import {
  checkInSteps,
  runRulesInSteps,
  runRulesOnEdit,
  runRulesOnEditInSteps,
  type Reported,
  type Run,
} from './runRules.js';
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

/** Only those of the rules that are wanted, at the price of these. */
export function* someFindingsInSteps(
  { ledger }: DecidedCorpus,
  run: Run,
  isWanted: (rule: Rule) => boolean,
): Steps<Reported[]> {
  return chosen(undecided(toldOnce(yield* runRulesInSteps(rulesFor(isWanted), run)), run.document, ledger), isWanted);
}

/** The same at the price of an edit; see `runRulesOnEdit`. */
export function someFindingsOnEdit({ ledger }: DecidedCorpus, run: Run, isWanted: (rule: Rule) => boolean): Reported[] {
  return chosen(undecided(toldOnce(runRulesOnEdit(rulesFor(isWanted), run)), run.document, ledger), isWanted);
}

/** What a quotation has otherwise is not told again: whether it is, others have to know. */
function rulesFor(isWanted: (rule: Rule) => boolean): Rule[] {
  return allRules.filter((rule) => isWanted(rule) || rule.family === 'quotation');
}

function chosen(findings: readonly Reported[], isWanted: (rule: Rule) => boolean): Reported[] {
  return findings.filter(({ rule }) => isWanted(rule));
}

/** All of them at the price of an edit. */
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
