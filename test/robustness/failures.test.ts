import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../server/src/ledgerFile.js';
import { allRules } from '../../server/src/rules/allRules.js';
import type { Rule } from '../../server/src/rules/rule.js';
import { checkInSteps, runRules, runRulesOnEdit, type Run } from '../../server/src/rules/runRules.js';
import { finish } from '../../server/src/analysis/steps.js';
import { readFixture } from '../fixture.js';
import { folderWith } from '../folders.js';

const BROKEN = {
  code: 'broken',
  family: 'debris',
  summary: '',
  why: '',
  severity: 'warning',
  limits: '',
  examples: { valid: [], invalid: [] },
} as const;

/** Throws once it has found something, as a rule does that meets what its author did not think of. */
function* thrower() {
  yield { start: 0, end: 1, message: 'found' };
  throw new Error('not thought of');
}

describe('a rule that throws', () => {
  for (const scope of ['paragraph', 'document', 'corpus'] as const) {
    it(`loses its own findings, and no others (${scope})`, () => {
      const { corpus } = readFixture('-- a.txt --\nIt was the the end.\n-- b.txt --\nIt was over.\n');
      const rules: Rule[] = [{ ...BROKEN, scope, check: thrower }, ...allRules];
      const failures: string[] = [];
      const run: Run = {
        document: corpus.document('a.txt')!,
        corpus,
        setting: (rule) => rule.severity,
        onFailure: (rule, path, error) => failures.push(`${rule.code} ${path} ${(error as Error).message}`),
      };
      finish(checkInSteps(rules, run));
      for (const once of [runRules, runRulesOnEdit]) {
        const found = once(rules, run).map(({ rule }) => rule.code);
        assert.deepEqual(found, ['repeated-word']);
        assert.deepEqual(failures.splice(0), ['broken a.txt not thought of']);
      }
    });
  }
});

describe('a file that cannot be written', () => {
  it('leaves nothing beside it', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'variorum.json'));
    await assert.rejects(replaceFile(join(folder, 'variorum.json'), '{}'));
    assert.deepEqual(readdirSync(folder), ['variorum.json']);
  });
});
