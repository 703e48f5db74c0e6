import assert from 'node:assert/strict';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { finish } from '../../server/src/analysis/steps.js';
import { allRules } from '../../server/src/rules/allRules.js';
import { currentFindings, someFindingsInSteps, someFindingsOnEdit } from '../../server/src/rules/currentFindings.js';
import { NO_DECISIONS } from '../../server/src/rules/decisions.js';
import { checkInSteps, runRules, runRulesInSteps, runRulesOnEdit, type Run } from '../../server/src/rules/runRules.js';
import type { CorpusRule, ParagraphRule } from '../../server/src/rules/rule.js';
import { spunText } from '../../server/src/rules/spun-text.js';
import { readFixture } from '../fixture.js';

const STORY = `-- a.txt --
The council met on Friday.

He said the bridge “will never open to heavy traffic again”.
-- b.txt --
The council met in the evening.

The bridge “will soon open to heavy traffic again,” he said.`;

function runOn(corpus: Corpus): Run {
  return {
    document: corpus.document('a.txt')!,
    corpus,
    setting: (rule) => rule.severity,
    onFailure: (_rule, _path, error) => {
      throw error;
    },
  };
}

/** The words of each finding, and those of its evidence, where they are said to stand. */
function shown({ document, corpus }: Run, findings: ReturnType<typeof runRules>) {
  return findings.map(({ rule, start, end, evidence = [] }) => [
    rule.code,
    document.text.slice(start, end),
    ...evidence.map((place) => corpus.document(place.path)!.text.slice(place.start, place.end)),
  ]);
}

describe('findings on an edit', () => {
  const before = readFixture(STORY).corpus;
  const known = [['altered-quotation', 'never', '“will soon open to heavy traffic again,” he said.']];
  const found = (corpus: Corpus) => {
    const run = runOn(corpus);
    return shown(run, runRulesOnEdit(allRules, run)).map(([code, words, ...evidence]) => [
      code,
      words,
      ...evidence.map((text) => (text.includes('will soon') ? known[0]![2]! : text)),
    ]);
  };

  it('move with their paragraph, and their evidence with its own', () => {
    assert.deepEqual(found(before), known);
    const above = before.apply([{ path: 'a.txt', text: `New\n\n${before.document('a.txt')!.text}` }]);
    assert.deepEqual(found(above), known);
    const both = above.apply([{ path: 'b.txt', text: `New\n\n${above.document('b.txt')!.text}` }]);
    assert.deepEqual(found(both), known);
  });

  it('are gone with what bore them out', () => {
    found(before);
    assert.deepEqual(found(before.apply([{ path: 'b.txt', text: 'The council met in the evening.' }])), []);
    assert.deepEqual(found(before.apply([{ path: 'b.txt', text: undefined }])), []);
  });

  it('look only at what is new', () => {
    const checked: string[] = [];
    const rule: CorpusRule = {
      ...(allRules.find(({ scope }) => scope === 'corpus') as CorpusRule),
      *check({ paragraph }) {
        checked.push(paragraph.text);
        yield { start: 0, end: 1, message: '' };
      },
    };
    const corpus = readFixture('-- a.txt --\nOne.\n\nTwo.\n\nThree.').corpus;
    finish(checkInSteps([rule], runOn(corpus)));
    assert.deepEqual(checked.splice(0), ['One.', 'Two.', 'Three.']);
    runRules([rule], runOn(corpus));
    assert.deepEqual(checked, [], 'what was checked in steps is at hand');
    runRulesOnEdit([rule], runOn(corpus.apply([{ path: 'a.txt', text: 'One.\n\nTwo 2.\n\nThree.' }])));
    assert.deepEqual(checked, ['Two 2.']);
  });

  it('wait in a text that is new as a whole', () => {
    const words = 'council bridge traffic evening harbour minister treaty island'.split(' ');
    const text = words.map((word) => `The ${word} met.`).join('\n\n');
    const rule: CorpusRule = {
      ...(allRules.find(({ scope }) => scope === 'corpus') as CorpusRule),
      check: () => assert.fail('nothing is checked at once'),
    };
    const run = runOn(readFixture(`-- a.txt --\n${text}\n-- b.txt --\n${text}`).corpus);
    assert.deepEqual(runRulesOnEdit([rule], run), []);
  });
});

describe('a check in steps', () => {
  it('takes a rule that needs one paragraph through a large text paragraph by paragraph, and each only once', () => {
    const { corpus } = readFixture(`-- a.txt --\n${'One line.\n\n'.repeat(50)}Another.`);
    let checked = 0;
    let most = 0;
    const rule: ParagraphRule = {
      ...(allRules.find(({ code }) => code === 'repeated-word') as ParagraphRule),
      check: () => {
        checked++;
        return [];
      },
    };
    const steps = checkInSteps([rule], runOn(corpus));
    for (let before = 0; !steps.next().done; before = checked) most = Math.max(most, checked - before);
    assert.equal(checked, corpus.document('a.txt')!.paragraphs.length);
    assert.equal(most, 1);
    runRules([rule], runOn(corpus));
    assert.equal(checked, corpus.document('a.txt')!.paragraphs.length);
  });

  it('goes on after an edit with what was never checked, then with what was checked longest ago', () => {
    const checked: string[] = [];
    const rules = ['a', 'b'].map((code): CorpusRule => ({
      ...(allRules.find(({ scope }) => scope === 'corpus') as CorpusRule),
      code,
      *prepare() {
        checked.push(`${code} is prepared`);
        yield 0;
      },
      check({ paragraph }) {
        checked.push(`${code}: ${paragraph.text}`);
        return [];
      },
    }));
    const corpus = readFixture('-- a.txt --\nOne.\n\nTwo.\n\nThree.').corpus;
    const steps = checkInSteps(rules, runOn(corpus));
    while (checked.at(-1) !== 'b: Two.') steps.next();
    assert.equal(checked.splice(0).length, 7);
    const edited = corpus.apply([{ path: 'a.txt', text: 'One.\n\nTwo.\n\nThree.\n\nFour.' }]);
    const others = checkInSteps(rules, runOn(edited));
    while (checked.at(-1) !== 'b: One.') others.next();
    assert.deepEqual(checked.splice(0), [
      ...['a is prepared', 'a: Four.', 'b is prepared', 'b: Three.', 'b: Four.'],
      ...['a is prepared', 'a: One.', 'a: Two.', 'a: Three.', 'b is prepared', 'b: One.'],
    ]);
    finish(checkInSteps(rules, runOn(edited.apply([{ path: 'a.txt', text: 'One.\n\nTwo.\n\nThree.' }]))));
    assert.deepEqual(checked, [
      ...['b is prepared', 'b: Two.', 'b: One.', 'b: Three.'],
      ...['a is prepared', 'a: One.', 'a: Two.', 'a: Three.'],
    ]);
  });

  it('reads the texts beside a text in steps for spun-text alone, which others have mostly done before', () => {
    const { corpus } = readFixture(spunText.examples.invalid[0]!);
    const rules = [spunText];
    let count = 0;
    for (const steps = checkInSteps(rules, runOn(corpus)); !steps.next().done;) count++;
    let known = 0;
    for (const steps = checkInSteps(rules, runOn(corpus.apply([]))); !steps.next().done;) known++;
    assert.ok(count > known, `${count} steps, ${known} once all is known`);
  });

  it('looks for what may be meant by one word in a step', () => {
    const { corpus } = readFixture(
      '-- a.txt --\nThey recieve what the goverment of the island sends to all who live on it, and a wierd freind of theirs came along.',
    );
    const rule = allRules.find(({ code }) => code === 'misspelled-word') as CorpusRule;
    let asked = 0;
    const { speller } = corpus.resources;
    const counting = { ...speller, corrections: (word: string) => (asked++, speller.corrections(word)) };
    const watched = Corpus.of(corpus.documents.values(), { ...corpus.resources, speller: counting }, corpus.manifest);
    let most = 0;
    const steps = rule.prepare!(watched.document('a.txt')!, watched);
    for (let before = 0; !steps.next().done; before = asked) most = Math.max(most, asked - before);
    assert.deepEqual([asked, most], [4, 1]);
  });

  it('puts the findings of a long text together in steps of some paragraphs', () => {
    const { corpus } = readFixture(`-- a.txt --\n${'One line.\n\n'.repeat(900)}Another.`);
    let checked = 0;
    const rule: ParagraphRule = {
      ...(allRules.find(({ code }) => code === 'repeated-word') as ParagraphRule),
      check: () => [{ start: 0, end: 1, message: `${++checked}` }],
    };
    let most = 0;
    const steps = runRulesInSteps([rule], runOn(corpus));
    let step = steps.next();
    for (let before = 0; !step.done; before = checked) {
      step = steps.next();
      most = Math.max(most, checked - before);
    }
    assert.equal(step.value.length, 901);
    assert.ok(most <= 200, `${most} paragraphs in one step`);
  });
});

describe('the findings of some rules', () => {
  const STORIES = `-- a.txt --
He said the bridge “will open to heavy traffic in 30 days”, and the the ferry in 12.
-- b.txt --
He said the bridge “will open to heavy traffic in 40 days”, and the ferry in 12.`;
  const { corpus } = readFixture(STORIES);
  const decided = { corpus, ledger: NO_DECISIONS };
  const asked = new Set<string>();
  const run: Run = {
    ...runOn(corpus),
    setting: (rule) => {
      asked.add(rule.code);
      return rule.severity;
    },
  };
  const all = currentFindings(decided, run);

  it('are those among the findings of all: what a quotation has otherwise is not told again', () => {
    assert.deepEqual(
      all.map(({ rule }) => rule.code),
      ['altered-quotation', 'repeated-word'],
    );
    for (const { code } of allRules) {
      const isWanted = (rule: { readonly code: string }) => rule.code === code;
      assert.deepEqual(
        someFindingsOnEdit(decided, run, isWanted),
        all.filter(({ rule }) => isWanted(rule)),
      );
      assert.deepEqual(
        finish(someFindingsInSteps(decided, run, isWanted)),
        all.filter(({ rule }) => isWanted(rule)),
      );
    }
  });

  it('ask no other rule but those on quotations', () => {
    asked.clear();
    someFindingsOnEdit(decided, run, ({ code }) => code === 'repeated-word');
    const others = [...asked].map((code) => allRules.find((rule) => rule.code === code)!.family);
    assert.deepEqual([...new Set(others)].sort(), ['debris', 'quotation']);
  });
});
