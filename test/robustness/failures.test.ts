import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { addDecision, removeDecision, replaceFile } from '../../server/src/ledgerFile.js';
import type { Corpus } from '../../server/src/analysis/corpus.js';
import { allRules } from '../../server/src/rules/allRules.js';
import type { Decision } from '../../server/src/rules/decisions.js';
import type { Rule } from '../../server/src/rules/rule.js';
import { checkInSteps, runRules, runRulesOnEdit, type Run } from '../../server/src/rules/runRules.js';
import { finish } from '../../server/src/analysis/steps.js';
import { readFixture } from '../fixture.js';
import { folderWith } from '../folders.js';
import { onFullDisk, onReadOnlyDisk, withRights } from './failingDisk.js';

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

const SPENT = 'broken text.txt: it took too long; the text is left unchecked by this rule';

/** What is found, in steps and then at once, in a text by all rules and a slow one before them. */
function checkedSlowly(slow: Rule, clock: () => number): { found: string[]; failures: string[] } {
  const { corpus } = readFixture('It was the the end.\n');
  const failures: string[] = [];
  const run: Run = {
    document: corpus.document('text.txt')!,
    corpus,
    setting: (rule) => rule.severity,
    onFailure: (rule, path, error) => failures.push(`${rule.code} ${path}: ${(error as Error).message}`),
    clock,
  };
  const rules = [slow, ...allRules];
  finish(checkInSteps(rules, run));
  return { found: runRules(rules, run).map(({ rule }) => rule.code), failures };
}

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
      assert.deepEqual(failures.splice(0), [SPENT]);
      check('It was the end.\n');
      assert.deepEqual(failures, []);
    });
  }

  it('starts afresh on the same text beside others', () => {
    let [now, spent] = [0, 3_000];
    const slow: Rule = {
      ...BROKEN,
      scope: 'corpus',
      *check() {
        now += spent;
        yield { start: 0, end: 1, message: 'found' };
      },
    };
    const { corpus } = readFixture(`-- a.txt --\n${'One line.\n'.repeat(20)}`);
    const failures: string[] = [];
    const check = (state: Corpus) =>
      runRules([slow], {
        document: state.document('a.txt')!,
        corpus: state,
        setting: () => 'warning',
        onFailure: (rule) => failures.push(rule.code),
        clock: () => now,
      }).length;
    assert.equal(check(corpus), 0);
    assert.deepEqual(failures.splice(0), ['broken']);
    spent = 0;
    const next = corpus.apply([{ path: 'b.txt', text: 'It is over.' }]);
    assert.equal(next.document('a.txt'), corpus.document('a.txt'));
    assert.equal(check(next), 20);
    assert.deepEqual(failures, []);
  });

  it('in what it prepares: no step more once its time is spent', () => {
    let now = 0;
    let steps = 0;
    const slow: Rule = {
      ...BROKEN,
      scope: 'corpus',
      *prepare() {
        for (;;) {
          steps++;
          now += 1_000;
          yield 0;
        }
      },
      *check() {
        yield* [];
      },
    };
    const { found, failures } = checkedSlowly(slow, () => now);
    assert.ok(steps > 20 && steps < 200, `${steps} steps`);
    assert.deepEqual(found, ['repeated-word']);
    assert.deepEqual(failures, [SPENT]);
  });

  for (const scope of ['paragraph', 'document', 'corpus'] as const) {
    it(`in findings without end (${scope})`, () => {
      let now = 0;
      const endless: Rule = {
        ...BROKEN,
        scope,
        *check() {
          for (;;) {
            now += 1_000;
            yield { start: 0, end: 1, message: 'found' };
          }
        },
      };
      const { found, failures } = checkedSlowly(endless, () => now);
      assert.deepEqual(found, ['repeated-word']);
      assert.deepEqual(failures, [SPENT]);
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

const DECISION: Decision = {
  rule: 'repeated-word',
  path: 'a.txt',
  text: 'the the',
  before: 'It was',
  after: 'end.',
  decision: 'ignored',
};

describe('a file that cannot be written', () => {
  it('leaves nothing beside it', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'variorum.json'));
    await assert.rejects(replaceFile(join(folder, 'variorum.json'), '{}'), {
      message: 'variorum.json cannot be written: is a folder',
    });
    assert.deepEqual(readdirSync(folder), ['variorum.json']);
  });

  const writes = {
    'a decision': (folder: string) => addDecision(folder, DECISION),
    'a decision taken back': (folder: string) => removeDecision(folder, JSON.stringify(DECISION)),
    'a manifest': (folder: string) => replaceFile(join(folder, 'variorum.json'), '{}'),
  };
  const reasons: Readonly<Record<string, (folder: string, write: () => Promise<unknown>) => Promise<unknown>>> = {
    'the disk is full': (_, write) => onFullDisk(write),
    'the disk is read-only': (_, write) => onReadOnlyDisk(write),
    'permission denied': (folder, write) => withRights(folder, 0o555, write),
  };
  for (const [name, write] of Object.entries(writes)) {
    for (const [reason, having] of Object.entries(reasons)) {
      it(`loses nothing: ${name}, ${reason}`, async function () {
        // There, a folder may be written in whatever its rights.
        if (process.platform === 'win32' && reason === 'permission denied') this.skip();
        const files = {
          'variorum.json': '{ "words": ["Lund"] }\n',
          'variorum.decisions.jsonl': `${JSON.stringify(DECISION)}\n`.repeat(2),
        };
        const folder = folderWith(files);
        await assert.rejects(
          having(folder, () => write(folder)),
          ({ message }: Error) =>
            /^variorum\.(?:json|decisions\.jsonl) cannot be written: (.*)$/.exec(message)?.[1] === reason,
        );
        assert.deepEqual(readdirSync(folder).sort(), Object.keys(files).sort());
        for (const [file, content] of Object.entries(files))
          assert.equal(readFileSync(join(folder, file), 'utf8'), content);
      });
    }
  }

  it('through a link that somebody laid where it is written first', async () => {
    const outside = folderWith({ 'notes.txt': 'mine' });
    const folder = folderWith({ 'variorum.json': '{}' });
    for (const ending of [`.${process.pid}.tmp`, '.tmp', '~']) {
      symlinkSync(join(outside, 'notes.txt'), join(folder, `variorum.json${ending}`));
    }
    await replaceFile(join(folder, 'variorum.json'), '{ "words": [] }');
    assert.equal(readFileSync(join(folder, 'variorum.json'), 'utf8'), '{ "words": [] }');
    assert.equal(readFileSync(join(outside, 'notes.txt'), 'utf8'), 'mine');
  });
});
