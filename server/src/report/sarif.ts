import { version } from '../../../package.json';
import { allRules } from '../rules/allRules.js';
import type { Severity } from '../rules/rule.js';
import type { DocumentRows } from './findingRow.js';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Findings as a SARIF 2.1.0 log, for tools that collect them. */
export function sarif(documents: readonly DocumentRows[]): unknown {
  const place = (uri: string, start: number, end: number, snippet: string) => ({
    physicalLocation: {
      artifactLocation: { uri: encodeURI(uri) },
      region: { charOffset: start, charLength: end - start, snippet: { text: snippet } },
    },
  });
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Variorum',
            version,
            rules: allRules.map(({ code, summary, why }) => ({
              id: code,
              shortDescription: { text: summary },
              fullDescription: { text: `${summary} ${why}` },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: documents.flatMap(({ path, findings }) =>
          findings.map((finding) => ({
            ruleId: finding.rule,
            level: LEVELS[finding.severity],
            message: { text: finding.message },
            locations: [place(path, finding.start, finding.end, finding.text)],
            relatedLocations: finding.evidence.map((evidence) =>
              place(evidence.path, evidence.start, evidence.end, evidence.text),
            ),
          })),
        ),
      },
    ],
  };
}
