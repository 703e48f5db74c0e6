import assert from 'node:assert/strict';
import type { Corpus } from '../../server/src/analysis/corpus.js';
import type { Document } from '../../server/src/core/document.js';
import type { Place } from '../../server/src/core/span.js';
import { codeLenses } from '../../server/src/features/codeLenses.js';
import { counterparts } from '../../server/src/features/counterparts.js';
import { definition } from '../../server/src/features/definition.js';
import { documentHighlight } from '../../server/src/features/documentHighlight.js';
import { documentSymbols } from '../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../server/src/features/foldingRanges.js';
import { hover } from '../../server/src/features/hover.js';
import { implementation } from '../../server/src/features/implementation.js';
import { passageRows } from '../../server/src/features/passageRows.js';
import { everyoneIn, peopleText } from '../../server/src/features/peopleText.js';
import { references } from '../../server/src/features/references.js';
import { prepareRename } from '../../server/src/features/rename.js';
import { selectionRanges } from '../../server/src/features/selectionRanges.js';
import { semanticTokens } from '../../server/src/features/semanticTokens.js';
import { sourceList } from '../../server/src/features/sourceList.js';
import { toDiagnostic, type View } from '../../server/src/features/toProtocol.js';
import { allRules } from '../../server/src/rules/allRules.js';
import { runRules, type Reported } from '../../server/src/rules/runRules.js';

/**
 * Runs all rules over all texts and asks every feature at some places of each: nothing may throw, and no place that is
 * answered may lie outside of its text.
 */
export function askEverything(corpus: Corpus, below: (limit: number) => number): void {
  const view: View = { corpus, uriOf: (path) => `file:///${encodeURI(path)}` };
  for (const document of corpus.documents.values()) {
    for (const finding of findingsIn(document, corpus)) {
      assertInside(corpus, { path: document.path, start: finding.start, end: finding.end });
      for (const place of finding.evidence ?? []) assertInside(corpus, place);
      toDiagnostic(view, document, finding);
    }
    documentSymbols(document, corpus);
    foldingRanges(document, corpus);
    codeLenses(document, corpus, view.uriOf(document.path));
    semanticTokens(view, document);
    passageRows(view, document.path);
    for (let times = 0; times < 3; times++) {
      const offset = below(document.text.length + 1);
      hover(view, document, offset, 'markdown', true);
      definition(view, document, offset);
      implementation(view, document, offset);
      references(view, document, offset, true);
      documentHighlight(view, document, offset);
      prepareRename(view, document, offset);
      counterparts(view, document, offset);
      selectionRanges(document, [offset]);
    }
  }
  sourceList(view);
  peopleText(view, everyoneIn(view), 'csv');
}

export function findingsIn(document: Document, corpus: Corpus): Reported[] {
  return runRules(allRules, {
    document,
    corpus,
    setting: (rule) => rule.severity,
    onFailure: (rule, path, error) => {
      throw new Error(`${rule.code} threw on ${path}`, { cause: error });
    },
  });
}

function assertInside(corpus: Corpus, { path, start, end }: Place): void {
  const length = corpus.document(path)?.text.length ?? -1;
  assert.ok(0 <= start && start <= end && end <= length, `${path} ${start}–${end} of ${length}`);
}
