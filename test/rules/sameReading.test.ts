import assert from 'node:assert/strict';
import { sameReading } from '../../server/src/rules/sameReading.js';

describe('what two sources have in a place', () => {
  it('is one date where one of them says less of it', () => {
    assert.equal(sameReading(',6,24,,', ['2005,6,,,'], 'date'), '2005,6,,,');
    assert.equal(sameReading(',6,24,,', [',7,,,', '2005,6,20,,'], 'date'), ',6,24,,');
    assert.equal(sameReading(',6,24,,', ['2005,,,,'], 'date'), ',6,24,,');
  });
  it('is one name where they share a word', () => {
    assert.equal(sameReading('vostochny', ['vostochny cosmodrome'], 'place'), 'vostochny cosmodrome');
    assert.equal(sameReading('new haven', ['new york'], 'place'), 'new haven');
  });
  it('is one count only where it is the same', () => {
    assert.equal(sameReading('2000–2000', ['2000–2000'], 'count'), '2000–2000');
    assert.equal(sameReading('2000–2000', ['12000–12000'], 'count'), '2000–2000');
  });
});
