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
  it('that does not have the words says nothing of how the others differ', () => {
    const quoted = SOURCE.replace(/-- a\.txt --\n.*\n/, '-- a.txt --\nThe council met in spring.\n');
    assert.equal(found(undefined, quoted.replace('ten', 'twelve')).length, 2);
    assert.deepEqual(found('a.txt', quoted.replace('ten', 'twelve')), []);
  });
  it('does not differ from itself', () => {
    const own = `-- a.txt --
The envoy of the council, which holds a filibuster in the assembly of the nations, spoke against new sanctions on the country. They vetoed a resolution on sanctions two years ago.
-- b.txt --
The envoy of the council spoke against new sanctions on the country on Monday.
`;
    const messages = found('a.txt', own, 'garbled-wording').map(([, message]) => message!);
    assert.equal(messages.length, 1);
    assert.doesNotMatch(messages[0]!, /base text/);
  });
  it('is not named in what is told of spelling', () => {
    const spelt = '-- a.txt --\nThey met at the University of Lund.\n-- b.txt --\nThey left the Universtiy of Lund.\n';
    const messages = found('a.txt', spelt, 'misspelled-word').map(([, message]) => message!);
    assert.equal(messages.length, 1);
    assert.doesNotMatch(messages[0]!, /base text/);
  });
  it('that is gone counts for nothing', () => {
    assert.deepEqual(
      found('gone.txt').map(([path]) => path),
      ['a.txt'],
    );
  });
});
