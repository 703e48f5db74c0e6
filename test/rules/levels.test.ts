import assert from 'node:assert/strict';
import { levelOf, readSettings } from '../../server/src/settings.js';
import { allRules } from '../../server/src/rules/allRules.js';
import type { Rule, Severity } from '../../server/src/rules/rule.js';
import { runRules } from '../../server/src/rules/runRules.js';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

const rule = allRules.find(({ code }) => code === 'altered-quotation')!;
const settings = (rules: Readonly<Record<string, unknown>>) => readSettings({ rules });

describe('the level of a rule', () => {
  it('is its own where nobody says another', () => {
    assert.equal(levelOf(rule, new Map(), settings({})), rule.severity);
  });
  it('is that of the settings, unless the manifest of the corpus says another', () => {
    assert.equal(levelOf(rule, new Map(), settings({ 'altered-quotation': 'error' })), 'error');
    const manifest = new Map([['altered-quotation', 'off']]);
    assert.equal(levelOf(rule, manifest, settings({ 'altered-quotation': 'error' })), 'off');
    assert.equal(levelOf(rule, new Map([['respelled-quotation', 'off']]), settings({})), rule.severity);
  });
  it('is its own where what somebody says is no level', () => {
    assert.equal(levelOf(rule, new Map([['altered-quotation', 'fatal']]), settings({})), rule.severity);
    assert.equal(levelOf(rule, new Map(), settings({ 'altered-quotation': 3 })), rule.severity);
  });
});

/** A rule of this severity that finds something surer and something less sure. */
function shown(severity: Severity, level: Severity | 'off'): string[] {
  const { corpus } = readFixture('It was over.\n');
  const two: Rule = {
    ...{ code: 'two', family: 'debris', summary: '', why: '', limits: '', examples: { valid: [], invalid: [] } },
    severity,
    scope: 'paragraph',
    *check() {
      yield { start: 0, end: 2, message: 'lower', severity: 'hint' };
      yield { start: 3, end: 6, message: 'higher', severity: 'error' };
      yield { start: 7, end: 11, message: 'plain' };
    },
  };
  const document = corpus.document('text.txt')!;
  return runRules([two], { document, corpus, setting: () => level, onFailure: () => assert.fail() }).map(
    (finding) => `${finding.message} ${finding.severity}`,
  );
}

describe('the severity of a finding', () => {
  it('is lower than its rule’s where the evidence is thinner, and never higher', () => {
    assert.deepEqual(shown('warning', 'warning'), ['lower hint', 'higher warning', 'plain warning']);
  });
  it('is what the reader says, for all findings of the rule', () => {
    assert.deepEqual(shown('warning', 'error'), ['lower error', 'higher error', 'plain error']);
    assert.deepEqual(shown('warning', 'off'), []);
  });
});

describe('the evidence of a finding', () => {
  const beginnings =
    'Nobody laughed when|The council heard in silence that|She was sure that|On the pier we were told:|A letter said that|Late at night the radio had it that|Some wondered whether|The pilot wrote that|In spring they knew that|Everybody there remembers how'.split(
      '|',
    );
  /** Of copies one would do: each text has a line of its own besides. */
  const own = (at: number) =>
    `${beginnings[at]} ${'gulls herons terns ducks swans'.split(' ')[at % 5]} nested there ${at + 3} years ago.`;
  const most = (odd: string, other: string, code: string) => {
    const texts = beginnings.map((words, at) => `-- ${at}.txt --\n${words} ${at === 0 ? odd : other}\n\n${own(at)}\n`);
    const found = findingsOf(readFixture(texts.join('')), [code]).filter(({ path }) => path === '0.txt');
    return found.map(({ finding }) => finding.evidence?.length);
  };
  it('is of eight quotations at most', () => {
    const said = '“the ferry will cross to the old island ten times a day”.';
    assert.deepEqual(most(said.replace('ten', 'nine'), said, 'altered-quotation'), [8]);
  });
  it('is of five statements at most', () => {
    const said = 'the ferry Aurora carried 90 passengers from the harbour of Kolvik to the island of Lund on Friday.';
    assert.deepEqual(most(said.replace('90', '70'), said, 'conflicting-number'), [5]);
  });
});
