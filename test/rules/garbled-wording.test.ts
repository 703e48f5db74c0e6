import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { emptyManifest } from '../../server/src/analysis/manifest.js';
import { fixedExpressions } from '../../server/src/core/fixedExpressions.js';
import { placed, type Document } from '../../server/src/core/document.js';
import type { CorpusRule } from '../../server/src/rules/rule.js';
import { garbledWording } from '../../server/src/rules/garbled-wording.js';
import { spunText } from '../../server/src/rules/spun-text.js';
import { torturedPhrase } from '../../server/src/rules/tortured-phrase.js';
import { checkFindings } from '../check.js';
import { testResources } from '../resources.js';

const seeds = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({ path: name.slice(0, 3), text: readFileSync(`seeds/${name}`, 'utf8') }));
const corpus = Corpus.empty(testResources).apply(seeds);

function findingsOf(rule: CorpusRule, document: Document, from: Corpus) {
  return document.paragraphs.flatMap((_, index) => [...rule.check(placed(document, index), from)]);
}

function wordings(path: string, from: Corpus = corpus) {
  const document = from.document(path)!;
  return findingsOf(garbledWording, document, from).map((finding) => ({
    ...finding,
    text: document.text.slice(finding.start, finding.end),
  }));
}

describe('garbled wording', () => {
  it('shows the words that a spinner put into a wire, with what the others read', () => {
    const found = wordings('004').filter(({ severity }) => severity !== 'hint');
    const readings = new Map(
      found.map(({ text, suggestions, evidence }) => [text, suggestions?.[0] ?? evidence?.[0]?.reading]),
    );
    for (const [wrong, right] of [
      ['filibuster', 'vetoed'],
      ['Eastern friends', 'Asian allies'],
      ['day', 'time'],
      ['stress', 'pressure'],
      ['advertising', 'media'],
      ['tension', 'ties'],
      ['business', 'commercial'],
    ] as const) {
      assert.equal(readings.get(wrong), right, wrong);
    }
  });

  it('shows the others as hints', () => {
    const hints = new Map(
      wordings('004').flatMap(({ text, severity, suggestions }) =>
        severity === 'hint' ? [[text, suggestions?.[0]]] : [],
      ),
    );
    assert.equal(hints.get('challenges'), 'threats');
    assert.equal(hints.get('improve'), 'strengthen');
  });

  it('only hints at an odd word that the text itself has otherwise, where nothing else is odd', () => {
    const honest = Corpus.empty(testResources).apply([
      {
        path: 'a',
        text: 'The envoy of the council, which holds a filibuster in the assembly of the nations, spoke against new sanctions on the country. They vetoed a resolution on sanctions two years ago.',
      },
      { path: 'b', text: 'The envoy of the council spoke against new sanctions on the country on Monday.' },
    ]);
    assert.deepEqual(
      wordings('a', honest).map(({ text, severity }) => [text, severity]),
      [['filibuster', 'hint']],
    );
  });

  it('says where and in how many sources, and names no source as wrong', () => {
    const day = wordings('004').find(({ text }) => text === 'day');
    assert.match(day?.message ?? '', /^“day” here; “time” in 2 sources: “.*for the first time in 24 years/);
    assert.ok(day?.evidence?.every(({ path, reading }) => path !== '004' && reading));
  });

  it('is silent on texts that nobody spun', () => {
    assert.deepEqual(
      ['001', '002', '003'].flatMap((path) => wordings(path)),
      [],
    );
  });

  it('finds the same after an edit as from scratch', () => {
    const edited = seeds[4]!.text.replace('was the first to recognise', 'was the very first to recognise');
    const later = corpus.apply([{ path: '004', text: edited }]);
    const fresh = Corpus.empty(testResources).apply([...seeds.slice(0, 4), { path: '004', text: edited }]);
    assert.deepEqual(wordings('004', later), wordings('004', fresh));
  });

  it('takes copies of one text for one source, and no vote for a copy of the text itself', () => {
    const copy = corpus.apply([{ path: '005', text: seeds[4]!.text }]);
    assert.equal(wordings('004', copy).find(({ text }) => text === 'day')?.suggestions?.[0], 'time');
  });
});

describe('spun text', () => {
  it('is told once, as a risk', () => {
    const found = findingsOf(spunText, corpus.document('004')!, corpus);
    assert.equal(found.length, 1);
    assert.match(found[0]!.message, /may have been/);
    for (const path of ['001', '002', '003'])
      assert.deepEqual(findingsOf(spunText, corpus.document(path)!, corpus), []);
  });

  it('is marked at the first word of the text, after what its page puts before it', () => {
    const [story, source] = spunText.examples.invalid[0]!.split('-- b.txt --');
    const page = story!.replace(
      '-- a.txt --\n',
      '-- a.txt --\nShare this article\n\nPublished: 2024-06-18 (The News) – ',
    );
    checkFindings(`${page}-- b.txt --${source}`, ['spun-text']);
  });
});

describe('tortured phrases', () => {
  it('know inflected forms and hyphens', () => {
    checkFindings(
      'They trained [|stalk chambers|]{tortured-phrase} for [|discourse acknowledgement|]{tortured-phrase}.',
      ['tortured-phrase'],
    );
  });

  it('are not words that meet across a mark, nor names', () => {
    checkFindings('It was counterfeit. Consciousness is counterfeit, consciousness real; at Profound Learning Ltd.', [
      'tortured-phrase',
    ]);
    checkFindings('In the end Bosom perils were on sale; [|bosom perils|]{tortured-phrase} were not.', [
      'tortured-phrase',
    ]);
  });

  it('are known at the beginning of a sentence, with a hyphen, and where both words were exchanged', () => {
    checkFindings(
      '[|Bosom perils|]{tortured-phrase} are rare. A [|counterfeit-consciousness|]{tortured-phrase} began an [|information investigation|]{tortured-phrase}.',
      ['tortured-phrase'],
    );
  });

  it('are known in either spelling', () => {
    checkFindings('A [|flank consequence|]{tortured-phrase} came of the [|soldierly exercise|]{tortured-phrase}.', [
      'tortured-phrase',
    ]);
    checkFindings('She wrote an examination of differences between boys and girls.', ['tortured-phrase']);
  });

  it('are none of everyday words of which one could have been meant', () => {
    checkFindings('The civil battle had a side consequence; an analysis of difference showed system learning.', [
      'tortured-phrase',
    ]);
  });

  it('are no expression that is meant', () => {
    checkFindings(fixedExpressions.map((expression) => `Here is ${expression}.`).join('\n'), ['tortured-phrase']);
  });

  it('are told once, the longest that stands there', () => {
    const told = (phrases: ReadonlyMap<string, string>) => {
      const own = Corpus.empty(testResources, { ...emptyManifest, phrases }).apply([
        { path: 'a.txt', text: 'They saw a bay leaf blower, and the man made consciousness.' },
      ]);
      const document = own.document('a.txt')!;
      return findingsOf(torturedPhrase, document, own).map(({ start, end }) => document.text.slice(start, end));
    };
    const [short, next, long] = [
      ['bay leaf', 'x'],
      ['leaf blower', 'y'],
      ['bay leaf blower', 'z'],
    ] as const;
    assert.deepEqual(told(new Map([short, next])), ['bay leaf', 'man made consciousness']);
    assert.deepEqual(told(new Map([short, next, long])), ['bay leaf blower', 'man made consciousness']);
  });

  it('are those of the manifest as it now stands', () => {
    const before = Corpus.empty(testResources).apply([{ path: 'a.txt', text: 'It has a counterfeit consciousness.' }]);
    const after = before.withManifest({ ...emptyManifest, phrases: new Map([['counterfeit consciousness', null]]) });
    for (const [state, count] of [
      [before, 1],
      [after, 0],
    ] as const)
      assert.equal(findingsOf(torturedPhrase, state.document('a.txt')!, state).length, count);
  });

  it('are extended and narrowed by the manifest', () => {
    const phrases = new Map([
      ['bay leaf of the state', 'head of state'],
      ['counterfeit consciousness', null],
    ]);
    const own = Corpus.empty(testResources, { ...emptyManifest, phrases }).apply([
      { path: 'a.txt', text: 'The bay leaves of the state spoke of counterfeit consciousness.' },
    ]);
    const [finding, ...rest] = findingsOf(torturedPhrase, own.document('a.txt')!, own);
    assert.deepEqual(rest, []);
    assert.deepEqual(finding?.suggestions, ['head of state']);
  });
});
