import assert from 'node:assert/strict';
import { allRules } from '../server/src/rules/allRules.js';
import { runRules, type Reported } from '../server/src/rules/runRules.js';
import { toldOnce } from '../server/src/rules/toldOnce.js';
import { readFixture, type Fixture } from './fixture.js';

/**
 * Runs every rule, or those named, over the fixture; what is found must be exactly what is marked.
 * A failure shows words, not offsets, missing and unexpected apart.
 */
export function checkFindings(source: string, codes?: readonly string[]): Reported[] {
  const fixture = readFixture(source);
  const found = findingsOf(fixture, codes);
  const line = (path: string, code: string | undefined, start: number, text: string) =>
    `${path}@${start} ${code}: “${text}”`;
  const expected = fixture.marks.map((mark) => line(mark.path, mark.code, mark.start, mark.text)).sort();
  const actual = found.map(({ path, finding }) => {
    const text = fixture.corpus.document(path)?.text.slice(finding.start, finding.end) ?? '';
    return line(path, finding.rule.code, finding.start, text);
  });
  const missing = expected.filter((entry) => !actual.includes(entry));
  const unexpected = actual.filter((entry) => !expected.includes(entry));
  const twice = actual.filter((entry, index) => actual.indexOf(entry) !== index);
  assert.deepEqual({ missing, unexpected, twice }, { missing: [], unexpected: [], twice: [] });
  return found.map(({ finding }) => finding);
}

/** The first suggestion of the only finding, applied: `before` must become `after`. */
export function checkSuggestion(before: string, after: string): void {
  const fixture = readFixture(before);
  const found = findingsOf(fixture).filter(({ finding }) => finding.suggestions?.length);
  assert.equal(found.length, 1, `one finding with a suggestion, not ${found.length}`);
  const [{ path, finding }] = found as [{ path: string; finding: Reported }];
  const text = fixture.corpus.document(path)!.text;
  assert.equal(text.slice(0, finding.start) + finding.suggestions![0]! + text.slice(finding.end), after);
}

export function findingsOf(fixture: Fixture, codes?: readonly string[]): { path: string; finding: Reported }[] {
  const rules = codes ? allRules.filter((rule) => codes.includes(rule.code)) : allRules;
  return [...fixture.corpus.documents.values()].flatMap((document) =>
    toldOnce(
      runRules(rules, {
        document,
        corpus: fixture.corpus,
        setting: (rule) => rule.severity,
        onFailure: (rule, path, error) => {
          throw new Error(`${rule.code} threw on ${path}`, { cause: error });
        },
      }),
    ).map((finding) => ({ path: document.path, finding })),
  );
}
