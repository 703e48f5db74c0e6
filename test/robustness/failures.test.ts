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

describe('a rule that takes too long', () => {
  for (const scope of ['paragraph', 'corpus'] as const) {
    it(`leaves the text unchecked, says so, and starts afresh on the next state of it (${scope})`, () => {
      let now = 0;
      let checked = 0;
      const slow: Rule = {
        ...BROKEN,
        scope,
        *check() {
          checked++;
          now += 3_000;
          yield* [];
        },
      };
      const failures: string[] = [];
      const check = (text: string) => {
        const { corpus } = readFixture(text);
        return runRules([slow, ...allRules], {
          document: corpus.document('text.txt')!,
          corpus,
          setting: (rule) => rule.severity,
          onFailure: (rule, path, error) => failures.push(`${rule.code} ${path}: ${(error as Error).message}`),
          clock: () => now,
        }).map(({ rule }) => rule.code);
      };
      assert.deepEqual(check(`It was the the end.\n${'One more line.\n'.repeat(50)}`), ['repeated-word']);
      assert.ok(checked > 5 && checked < 40, `${checked} of 51 paragraphs`);
      assert.deepEqual(failures.splice(0), [
        'broken text.txt: it took too long; the text is left unchecked by this rule',
      ]);
      check('It was the end.\n');
      assert.deepEqual(failures, []);
    });
  }

  it('pays once at most for what is then known of all texts', () => {
    let now = 0;
    const { corpus } = readFixture('One line.\nAnd another.\n');
    const rule: Rule = {
      ...BROKEN,
      scope: 'corpus',
      *check({ index }) {
        if (index === 0) now += 1e9;
        yield { start: 0, end: 1, message: 'found' };
      },
    };
    const found = runRules([rule], {
      document: corpus.document('text.txt')!,
      corpus,
      setting: () => 'warning',
      onFailure: (_, __, error) => assert.fail(error as Error),
      clock: () => now,
    });
    assert.equal(found.length, 2);
  });
});

describe('a file that cannot be written', () => {
  it('leaves nothing beside it', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'variorum.json'));
    await assert.rejects(replaceFile(join(folder, 'variorum.json'), '{}'));
    assert.deepEqual(readdirSync(folder), ['variorum.json']);
  });
});
