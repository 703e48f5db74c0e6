import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Corpus } from '../server/src/analysis/corpus.js';
import { findingsOf } from './check.js';
import { testResources } from './resources.js';

const ROOT = 'test/retellings';

/** What is told of honest texts so far, though it should not be. */
const FALSE: readonly string[] = [
  'cave_rescue/agency.txt garbled-wording: survived',
  'minister_visit/evening.txt conflicting-date: Thursday',
];

function told(story: string): string[] {
  const texts = readdirSync(`${ROOT}/${story}`)
    .sort()
    .map((path) => ({ path, text: readFileSync(`${ROOT}/${story}/${path}`, 'utf8') }));
  const corpus = Corpus.empty(testResources).apply(texts);
  return findingsOf({ corpus, marks: [], cursor: undefined }).flatMap(
    ({ path, finding: { rule, start, end, severity } }) => {
      const words = corpus.document(path)?.text.slice(start, end) ?? '';
      return severity === 'hint' ? [] : [`${story}/${path} ${rule.code}: ${words}`];
    },
  );
}

// Two to four texts each, most of them told freely, none of which contradicts another.
describe('honest retellings', () => {
  for (const story of readdirSync(ROOT).sort()) {
    it(`of ${story.replace(/_/g, ' ')}`, () => {
      const known = FALSE.filter((one) => one.startsWith(`${story}/`));
      assert.deepEqual(told(story), known);
    });
  }
});
