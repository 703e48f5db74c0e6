import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Steps } from '../analysis/steps.js';
import { someFindingsInSteps, type DecidedCorpus } from '../rules/currentFindings.js';
import type { Run } from '../rules/runRules.js';
import { isForAll, singleAnswers } from './fixes.js';

/**
 * One rule’s findings with one answer, outside quotations and names, in all texts of a corpus, each to be confirmed in the
 * client’s preview.
 */
export function* fixEverywhere(
  sources: DecidedCorpus,
  code: string,
  how: Pick<Run, 'setting' | 'clock'>,
  address: { readonly uriOf: (path: string) => string; readonly versionOf: (path: string) => number | null },
): Steps<WorkspaceEdit> {
  const documentChanges: TextDocumentEdit[] = [];
  const { corpus } = sources;
  for (const document of corpus.documents.values()) {
    const run = { document, corpus, ...how, onFailure: () => undefined };
    const findings = yield* someFindingsInSteps(sources, run, (rule) => rule.code === code);
    const edits = singleAnswers(
      document,
      findings.filter((finding) => isForAll(document, finding)),
    );
    if (edits.length === 0) continue;
    documentChanges.push({
      textDocument: { uri: address.uriOf(document.path), version: address.versionOf(document.path) },
      edits: edits.map((edit) => ({ ...edit, annotationId: code })),
    });
  }
  return { documentChanges, changeAnnotations: { [code]: { label: `Fix “${code}”`, needsConfirmation: true } } };
}
