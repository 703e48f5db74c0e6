import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../server/src/core/document.js';
import { addDecision, removeDecision } from '../../server/src/ledgerFile.js';
import { decisionOn, placeOf, readLedger, undecided } from '../../server/src/rules/decisions.js';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';
import { folderWith } from '../folders.js';

const TEXT = 'At dawn the ship left the the harbour of Lisbon for the islands in the west of the sea.\n\nIt was late.';
const document = parse('a.txt', TEXT);
const span = { start: TEXT.indexOf('the the'), end: TEXT.indexOf('the the') + 7 };
const decision = decisionOn(document, span, 'repeated-word', 'ignored');
const moved = (text: string) => placeOf(decision, parse('a.txt', text));

describe('decisions', () => {
  it('hold where the text moves as a whole', () => {
    assert.deepEqual(placeOf(decision, document), span);
    assert.deepEqual(moved(`A new first line.\n\n${TEXT}`)?.start, span.start + 19);
  });

  it('are stale where the words or their neighbours change, never moved to a look-alike', () => {
    assert.equal(moved(TEXT.replace('the the', 'the')), undefined);
    assert.equal(moved(TEXT.replace('harbour', 'port')), undefined);
    assert.equal(moved('At noon a boat saw the the quay of Lisbon.'), undefined);
    assert.equal(placeOf(decision, undefined), undefined);
  });

  it('silence the finding they are about, and no other', () => {
    const twice = `${TEXT}\n\nThe boat saw the the quay.`;
    const fixture = readFixture(`-- a.txt --\n${twice}`);
    const found = findingsOf(fixture, ['repeated-word']).map(({ finding }) => finding);
    assert.equal(found.length, 2);
    const left = undecided(found, fixture.corpus.document('a.txt')!, readLedger(JSON.stringify(decision)));
    assert.deepEqual(
      left.map(({ start }) => start),
      [found[1]!.start],
    );
  });

  it('are about one rule, and about the words that stood there', () => {
    const ledger = readLedger(JSON.stringify(decision));
    /** Findings left in a text of this rule, one of which stands where the decision does. */
    const left = (text: string, rule = 'repeated-word') => {
      const found = findingsOf(readFixture('It was the the end,, she said.'), [rule]).map(({ finding }) => finding);
      return undecided([{ ...found[0]!, ...span }], parse('a.txt', text), ledger).length;
    };
    assert.equal(left(TEXT), 0);
    assert.equal(left(TEXT.replace('the the', 'and and')), 1);
    assert.equal(left(TEXT, 'doubled-punctuation'), 1);
  });

  it('are stale where a word before them changes, and hold at the second of two places', () => {
    assert.equal(moved(TEXT.replace('ship left', 'boat left')), undefined);
    const twice = 'At noon she saw the the quay.\n\n' + TEXT;
    assert.equal(moved(twice)?.start, twice.lastIndexOf('the the'));
    assert.equal(placeOf({ ...decision, text: '' }, document), undefined);
  });

  it('are about one of two paragraphs that are alike', () => {
    const text = 'The ferry left.\n\nLeave a comment\n\nIt was late.\n\nLeave a comment\n\nThe end.';
    const comments = parse('a.txt', text);
    const second = text.lastIndexOf('Leave');
    const whole = { start: second, end: second + 'Leave a comment'.length };
    assert.deepEqual(placeOf(decisionOn(comments, whole, 'web-furniture', 'ignored'), comments), whole);
  });

  it('hold where blanks are doubled, however long the words are', () => {
    const [long, longer] = ['a'.repeat(100), 'b'.repeat(100)];
    const around = (blank: string) => parse('a.txt', `${longer} ${long}${blank}the the${blank}${long} ${longer}`);
    const one = around(' ');
    const at = one.text.indexOf('the the');
    const decided = decisionOn(one, { start: at, end: at + 7 }, 'repeated-word', 'known');
    assert.equal(placeOf(decided, around('  '))?.start, at + 1);
  });

  it('are read though a mark of order stands before them; what is none is named', () => {
    const { entries, problems } = readLedger(
      [`\uFEFF${JSON.stringify(decision)}`, 'null', '[]', '3', JSON.stringify({ ...decision, decision: 'maybe' })].join(
        '\n',
      ),
    );
    assert.equal(entries.length, 1);
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message.split(';')[0]]),
      [
        [2, 'not a JSON object'],
        [3, 'not a JSON object'],
        [4, 'not a JSON object'],
        [5, '“decision” must be "ignored" or "known"'],
      ],
    );
  });

  it('are written at the end; broken lines, order and line ends stay', async () => {
    const before = `{"broken": \r\n{"decision":"ignored"}\r\n\r\n${JSON.stringify({ ...decision, note: 'mine' })}`;
    const folder = folderWith({ 'variorum.decisions.jsonl': before });
    const read = () => readFileSync(join(folder, 'variorum.decisions.jsonl'), 'utf8');
    const other = { ...decision, text: 'other' };
    await addDecision(folder, other);
    assert.equal(read(), `${before}\r\n${JSON.stringify(other)}\r\n`);
    const { entries, problems } = readLedger(read());
    assert.deepEqual(
      problems.map(({ line }) => line),
      [1, 2],
    );
    assert.equal(await removeDecision(folder, entries[1]!.source), true);
    assert.equal(await removeDecision(folder, entries[1]!.source), false);
    assert.equal(read(), `${before}\r\n`);
  });
});
