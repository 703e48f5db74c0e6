import type { Range } from 'vscode-languageserver';
import { LEDGER_NAME, placeOf, type Decision, type Ledger } from '../rules/decisions.js';
import { toRange, type View } from './toProtocol.js';

/** One decision as the client lists it. */
export interface DecisionItem extends Decision {
  /** Its words no longer stand between the same neighbours. */
  readonly isStale: boolean;
  /** Where the words stand; the line of the ledger where they do not. */
  readonly uri: string;
  readonly range: Range;
  readonly ledger: string;
  /** The line of the ledger, by which the decision is taken back. */
  readonly source: string;
}

/** Takes back the decision of a line of this ledger. */
export interface RestoreParams {
  readonly uri: string;
  readonly source: string;
}

/** The decisions of a corpus in the order of its ledger. */
export function decisionList(view: View, { ledger }: { readonly ledger: Ledger }): DecisionItem[] {
  const ledgerUri = view.uriOf(LEDGER_NAME);
  return ledger.entries.map(({ decision, source, line }) => {
    const document = view.corpus.document(decision.path);
    const place = placeOf(decision, document);
    return {
      decision: decision.decision,
      rule: decision.rule,
      path: decision.path,
      text: decision.text,
      before: decision.before,
      after: decision.after,
      isStale: !place,
      uri: document && place ? view.uriOf(decision.path) : ledgerUri,
      range:
        document && place
          ? toRange(document, place)
          : { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: source.length } },
      ledger: ledgerUri,
      source,
    };
  });
}
