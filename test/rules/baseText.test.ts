import assert from 'node:assert/strict';
import { emptyManifest } from '../../server/src/analysis/manifest.js';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

const SOURCE = `-- a.txt --
The council heard that “the ferry will cross twelve times a day”.
-- b.txt --
In spring “the ferry will cross ten times a day”, said Ann Berg.
-- c.txt --
The pilot was sure: “The ferry will cross ten times a day.”
`;

function found(base: string | undefined, source = SOURCE, code = 'altered-quotation') {
  const fixture = readFixture(source);
  const corpus = fixture.corpus.withManifest({ ...emptyManifest, base });
  return findingsOf({ ...fixture, corpus }, [code]).map(({ path, finding }) => [path, finding.message]);
}

describe('a base text', () => {
  it('none: the odd one out is told', () => {
    assert.deepEqual(
      found(undefined).map(([path]) => path),
      ['a.txt'],
    );
  });
  it('declared: only the others are told, however many they are', () => {
    const findings = found('a.txt');
    assert.deepEqual(
      findings.map(([path]) => path),
      ['b.txt', 'c.txt'],
    );
    for (const [, message] of findings)
      assert.match(message!, /^Differs from the base text a: quoted as “ten” here, as “twelve” in a: /);
  });
  it('is named in what is told of facts too, before the others', () => {
    const facts = `-- a.txt --
Fifteen passengers were treated for burns at the hospital in Stavern.
-- b.txt --
Fourteen passengers were treated for burns at the hospital in Stavern.
-- c.txt --
Twelve passengers were treated for burns at the hospital in Stavern.
`;
    assert.deepEqual(
      found('a.txt', facts, 'conflicting-number').map(([path, message]) => [
        path,
        message!.split(': ').slice(0, 2).join(': '),
      ]),
      [
        ['b.txt', 'Differs from the base text a: “Fourteen” here; “Fifteen” in a; “Twelve” in c'],
        ['c.txt', 'Differs from the base text a: “Twelve” here; “Fifteen” in a; “Fourteen” in b'],
      ],
    );
  });
  it('is not named where a text contradicts itself', () => {
    const own = `-- a.txt --
The ferry left the harbour on Monday with a crew of nine.
-- b.txt --
The council voted for the bridge. It has cost 900 crowns, said Ann Berg on Friday, and the bridge is open.

It has cost 700 crowns, said Ann Berg on Friday, and the bridge is open.
`;
    for (const [, message] of found('a.txt', own, 'conflicting-number')) assert.doesNotMatch(message!, /base text/);
  });
  it('that is gone counts for nothing', () => {
    assert.deepEqual(
      found('gone.txt').map(([path]) => path),
      ['a.txt'],
    );
  });
});
