import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { lineages } from '../../server/src/analysis/lineages.js';
import { placed } from '../../server/src/core/document.js';
import { conflictingNumber } from '../../server/src/rules/conflicting-number.js';
import { alliesIn, issueSigns, type Ally, type Issue, type Rival } from '../../server/src/rules/issueSigns.js';
import { readFixture } from '../fixture.js';
import { testResources } from '../resources.js';

const place = (path: string) => ({ path, start: 0, end: 4 });

function allies(agreeing: readonly Ally[], strength: number): string[] {
  const rival: Rival = {
    place: place('b.txt'),
    passage: place('b.txt'),
    strength,
    score: 1,
    odds: 0,
    isOtherTime: false,
  };
  const issue: Issue = { mark: place('a.txt'), kind: 'date', agreeing, differing: new Map([['1972', [rival]]]) };
  return alliesIn(issue).map(({ path }) => path);
}

describe('sources that say the same', () => {
  it('are none that have something else in the very place', () => {
    assert.deepEqual(allies([{ ...place('b.txt'), chance: 0.4 }], 0.9), []);
  });
  it('are those that have it in the place, and something else elsewhere', () => {
    assert.deepEqual(allies([{ ...place('b.txt'), chance: 0.9 }], 0.4), ['b.txt']);
  });
  it('are told source by source', () => {
    assert.deepEqual(allies([{ ...place('c.txt'), chance: 0.1 }], 0.9), ['c.txt']);
  });
  it('are no copies of the text itself: each side of a difference is told of it', () => {
    const files = readdirSync('samples/lighthouse').filter((name) => name.endsWith('.txt'));
    const corpus = Corpus.empty(testResources).apply(
      files.map((path) => ({ path, text: readFileSync(`samples/lighthouse/${path}`, 'utf8') })),
    );
    assert.ok(corpus.get(lineages).areOne('courier.txt', 'gazette.txt'));
    for (const path of ['courier.txt', 'gazette.txt', 'herald.txt']) {
      const document = corpus.document(path)!;
      const found = document.paragraphs.flatMap((_, index) => [
        ...conflictingNumber.check(placed(document, index), corpus),
      ]);
      assert.deepEqual(
        found.map(({ severity, start, end }) => [severity ?? 'information', document.text.slice(start, end)]),
        [['information', path === 'herald.txt' ? '74' : '47']],
        path,
      );
    }
  });
});

describe('of several readings', () => {
  const corpus = Corpus.empty(testResources).apply(
    ['a', 'b', 'c', 'd'].map((name) => ({ path: `${name}.txt`, text: `${name} 19${name.charCodeAt(0)}` })),
  );
  const rival = (path: string, strength: number): Rival => ({
    place: place(path),
    passage: place(path),
    strength,
    score: 1,
    odds: 0,
    isOtherTime: false,
  });
  it('the surest leads, not the one that more have by half', () => {
    const differing = new Map([
      ['2003', [rival('c.txt', 0.5), rival('d.txt', 0.55)]],
      ['1997', [rival('b.txt', 0.9)]],
    ]);
    const signs = issueSigns({ mark: place('a.txt'), kind: 'date', agreeing: [], differing }, corpus);
    assert.deepEqual([signs.chance?.toFixed(2), signs.dissenting], [Math.log(9).toFixed(2), 0.55]);
  });
});

describe('a place and the region behind it', () => {
  const isMisplaced = (here: string, there: string) => {
    const corpus = Corpus.empty(testResources).apply([
      { path: 'a.txt', text: `She died in ${here}.` },
      { path: 'b.txt', text: `She died in ${there}.` },
    ]);
    const named = (path: string, words: string) => {
      const start = 'She died in '.length;
      return { path, start, end: start + (words.split(',')[0] ?? '').length };
    };
    const other = named('b.txt', there);
    const rival: Rival = { place: other, passage: other, strength: 0.5, score: 1, odds: 0, isOtherTime: false };
    const differing = new Map([['other', [rival]]]);
    return issueSigns({ mark: named('a.txt', here), kind: 'place', agreeing: [], differing }, corpus).isMisplaced;
  };
  it('do not go together where it is the region of what others have', () => {
    assert.equal(isMisplaced('Oslo, Greece', 'Athens'), 1);
    assert.equal(isMisplaced('Oslo, Calif., on Friday', 'San Diego'), 1);
    assert.equal(isMisplaced('Oslo, South Carolina, on Friday', 'Charleston'), 1);
  });
  it('go together where the place may lie there, nobody knows it, or the others have another', () => {
    assert.equal(isMisplaced('Athens, Greece', 'Patras'), 0);
    assert.equal(isMisplaced('Kolvik, Greece', 'Athens'), 0);
    assert.equal(isMisplaced('Oslo, Greece', 'Dublin'), 0);
    assert.equal(isMisplaced('Oslo on Friday', 'Athens'), 0);
  });
});

describe('a person and whom others name', () => {
  const signsOf = (here: string, there: string, kind: Issue['kind']) => {
    const { corpus, marks } = readFixture(`-- a.txt --\n${here}\n-- b.txt --\n${there}\n`);
    const [mark, other] = marks;
    assert.ok(mark && other);
    const rival: Rival = { place: other, passage: other, strength: 0.5, score: 1, odds: 0, isOtherTime: false };
    const signs = issueSigns({ mark, kind, agreeing: [], differing: new Map([['other', [rival]]]) }, corpus);
    return [signs.isUnintroduced, signs.isSameRole];
  };
  it('are weighed by roles and introductions', () => {
    const there = 'The coroner, [|Carl Berg|], was heard.';
    assert.deepEqual(signsOf('The coroner, [|Anna Lund|], was heard.\n\nBerg left.', there, 'person'), [1, 1]);
    assert.deepEqual(signsOf('The mayor, [|Anna Lund|], was heard.\n\nLund left.', there, 'person'), [0, 0]);
  });
});
