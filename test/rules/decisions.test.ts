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
