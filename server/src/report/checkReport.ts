import type { OpenCorpus } from '../cli/corpora.js';
import type { Format } from '../cli/commandLine.js';
import { oneLine } from '../core/oneLine.js';
import { SEVERITIES, type Severity } from '../rules/rule.js';
import { csv } from './csv.js';
import { documentRows } from './documentRows.js';
import type { DocumentRows, FindingRow } from './findingRow.js';
import { htmlReport } from './htmlReport.js';
import { sarif } from './sarif.js';

/** Writes the findings of all documents. @returns whether any is at or above `failOn`. */
export function checkReport(
  corpora: readonly OpenCorpus[],
  options: { readonly format: Format; readonly failOn: Severity | 'never' },
  streams: { readonly out: (text: string) => void; readonly error: (text: string) => void },
): boolean {
  const documents = corpora.flatMap((corpus) => rowsOf(corpus, streams.error));
  switch (options.format) {
    case 'json':
      streams.out(`${JSON.stringify({ version: 1, documents }, null, 1)}\n`);
      break;
    case 'jsonl':
      for (const { path, findings } of documents) {
        for (const finding of findings) streams.out(`${JSON.stringify({ path, ...finding })}\n`);
      }
      break;
    case 'sarif':
      streams.out(`${JSON.stringify(sarif(documents), null, 1)}\n`);
      break;
    case 'csv':
      streams.out(csv(documents));
      break;
    case 'html':
      streams.out(htmlReport(documents, textsOf(corpora)));
      break;
    case 'text':
      for (const document of documents)
        for (const finding of document.findings) streams.out(inWords(document.path, finding));
      streams.out(summary(documents));
  }
  const { failOn } = options;
  if (failOn === 'never') return false;
  const least = SEVERITIES.indexOf(failOn);
  return documents.some(({ findings }) => findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= least));
}

function rowsOf({ corpus, ledger, prefix }: OpenCorpus, error: (text: string) => void): DocumentRows[] {
  return [...corpus.documents.values()].map((document) =>
    documentRows({ corpus, ledger }, prefix, document, { rules: {} }, (rule, path, reason) =>
      error(`variorum: ${prefix}${path}: the rule ${rule.code} failed: ${String(reason)}\n`),
    ),
  );
}

function textsOf(corpora: readonly OpenCorpus[]): ReadonlyMap<string, string> {
  return new Map(
    corpora.flatMap(({ corpus, prefix }) =>
      [...corpus.documents.values()].map(({ path, text }) => [prefix + path, text] as const),
    ),
  );
}

function inWords(path: string, finding: FindingRow): string {
  const { line, character } = finding.range.start;
  const lines = [`${path}:${line + 1}:${character + 1}  ${finding.severity}  ${finding.message}  [${finding.rule}]`];
  for (const { path: other, text } of finding.evidence) lines.push(`    ${other}: “${oneLine(text)}”`);
  return `${lines.join('\n')}\n`;
}

function summary(documents: readonly DocumentRows[]): string {
  const count = documents.reduce((sum, { findings }) => sum + findings.length, 0);
  const findings = count === 0 ? 'no findings' : count === 1 ? '1 finding' : `${count} findings`;
  return `${findings} in ${documents.length} ${documents.length === 1 ? 'source' : 'sources'}\n`;
}
