import assert from 'node:assert/strict';
import { isLeftWithoutIntroduction } from '../../server/src/rules/introductions.js';
import { readFixture } from '../fixture.js';

function isLeft(here: string, rival = 'Carl Berg'): boolean {
  const { corpus, marks } = readFixture(`-- a.txt --\n${here}\n-- b.txt --\nPilot [|${rival}|] was heard.\n`);
  const [mark, other] = marks;
  assert.ok(mark && other);
  return isLeftWithoutIntroduction(mark, other, corpus);
}

describe('whom others name in the place', () => {
  it('is left without an introduction where the text goes on to call him by his surname', () => {
    assert.ok(isLeft('Pilot [|Anna Lund|] was heard.\n\nOn the way out Berg said nothing.'));
    assert.ok(isLeft('Pilot [|Anna Lund|] was heard in Kolvik. Berg said nothing.'));
    assert.ok(isLeft('Pilot [|Anna Lund|] was heard.\n\nOn the way out Mr. Berg said nothing.'));
  });
  it('is not where the text has him in full, before or behind', () => {
    assert.ok(!isLeft('Pilot [|Anna Lund|] was heard.\n\nThe mate, Carl Berg, said nothing. Berg left.'));
    assert.ok(!isLeft('Berg was heard.\n\nPilot [|Anna Lund|] was heard.\n\nOn the way out Berg said nothing.'));
  });
  it('is not where the text does not speak of him, or of another word', () => {
    assert.ok(!isLeft('Pilot [|Anna Lund|] was heard.\n\nOn the way out Lund said nothing of the Bergen line.'));
  });
  it('is not where the others have the surname alone', () => {
    assert.ok(!isLeft('Pilot [|Anna Lund|] was heard.\n\nOn the way out Berg said nothing.', 'Berg'));
  });
});
