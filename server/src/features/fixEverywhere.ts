import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { currentFindings, type DecidedCorpus } from '../rules/currentFindings.js';
import type { Run } from '../rules/runRules.js';
import { isForAll, singleAnswers } from './fixes.js';

/**
 * One rule’s findings with one answer, outside quotations and names, in all texts of a corpus, each to be confirmed in the
 * client’s preview.
 */
export function fixEverywhere(
  sources: DecidedCorpus,
  code: string,
  how: Pick<Run, 'setting' | 'clock'>,
  address: { readonly uriOf: (path: string) => string; readonly versionOf: (path: string) => number | null },
): WorkspaceEdit {
  const documentChanges: TextDocumentEdit[] = [];
  for (const document of sources.corpus.documents.values()) {
    const findings = currentFindings(sources, {
      document,
      corpus: sources.corpus,
      ...how,
      onFailure: () => undefined,
    }).filter((finding) => finding.rule.code === code && isForAll(document, finding));
    const edits = singleAnswers(document, findings);
    if (edits.length === 0) continue;
    documentChanges.push({
      textDocument: { uri: address.uriOf(document.path), version: address.versionOf(document.path) },
      edits: edits.map((edit) => ({ ...edit, annotationId: code })),
    });
  }
  return { documentChanges, changeAnnotations: { [code]: { label: `Fix “${code}”`, needsConfirmation: true } } };
}
