import assert from 'node:assert/strict';
import { checkFindings, findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

const check = (source: string) =>
  checkFindings(source, ['altered-quotation', 'truncated-quotation', 'respelled-quotation', 'conflicting-speaker']);

describe('a quotation that words of saying interrupt', () => {
  it('is the same as one that is printed whole', () => {
    check(`-- a.txt --
“We will rebuild the old harbour wall,” said Ann Berg, “before the storms of autumn come.”
-- b.txt --
“We will rebuild the old harbour wall before the storms of autumn come,” said Ann Berg.
`);
  });
  it('is the same though a comma stands there where it is printed whole', () => {
    check(`-- a.txt --
“We will rebuild the old harbour wall,” said Ann Berg, “before the storms of autumn come.”
-- b.txt --
“We will rebuild the old harbour wall, before the storms of autumn come,” said Ann Berg.
`);
  });
  it('is told where its second part differs, there and once', () => {
    check(`-- a.txt --
“We will rebuild the old harbour wall,” said Ann Berg, “before the [|storms|]{altered-quotation} of autumn come.”
-- b.txt --
“We will rebuild the old harbour wall before the [|guests|]{altered-quotation} of autumn come,” said Ann Berg.
`);
  });
  it('is told where its first part differs', () => {
    check(`-- a.txt --
“We will [|rebuild|]{altered-quotation} the old harbour wall,” said Ann Berg, “before the storms of autumn come.”
-- b.txt --
“We will [|remove|]{altered-quotation} the old harbour wall before the storms of autumn come,” said Ann Berg.
`);
  });
  it('is told where both interrupt it, in one place or two', () => {
    check(`-- a.txt --
“We will rebuild the old harbour wall,” said Ann Berg, “before the [|storms|]{altered-quotation} of autumn come.”
-- b.txt --
“We will rebuild,” she said, “the old harbour wall before the [|guests|]{altered-quotation} of autumn come.”
-- c.txt --
“We will rebuild the old harbour wall,” Ann Berg said, “before the [|storms|]{altered-quotation} of autumn come.”
-- d.txt --
“We will rebuild the old harbour wall,” was what she said, “before the [|guests|]{altered-quotation} of autumn come.”
`);
  });
  it('has its parts where another prints two sentences', () => {
    check(`-- a.txt --
“We will rebuild the old harbour [|wall|]{altered-quotation},” said Ann Berg, “and the mayor pays for all the [|stones|]{altered-quotation}.”
-- b.txt --
“We will rebuild the old harbour [|road|]{altered-quotation}. The mayor pays for all the [|bricks|]{altered-quotation},” said Ann Berg.
`);
  });
  it('is no other one that is said next', () => {
    check(`-- a.txt --
“We will rebuild the old harbour wall,” said Ann Berg, and Carl Lind said, “the mayor pays for all the [|stones|]{altered-quotation}.”
-- b.txt --
“We will rebuild the old harbour wall,” said Ann Berg.
“The mayor pays for all the [|bricks|]{altered-quotation},” said Carl Lind.
`);
  });
  it('lost nothing in its first part that the second has', () => {
    check(`-- a.txt --
“We will rebuild the old harbour wall,” said Ann Berg, “unless the council objects to it.”
-- b.txt --
“We will rebuild the old harbour wall unless the council objects to it,” said Ann Berg.
`);
  });
  it('shows the words around a gap, and puts nothing in their place', () => {
    const found = findingsOf(
      readFixture(`-- a.txt --
“We will rebuild the old harbour wall,” said Ann Berg, “before the storms of autumn come.”
-- b.txt --
“We will rebuild the old harbour wall not before the storms of autumn come,” said Ann Berg.
`),
      ['altered-quotation'],
    );
    const [here] = found.filter(({ path }) => path === 'a.txt');
    assert.match(here?.finding.message ?? '', /^Quoted as “wall before” here, as “wall not before” in b/);
    assert.deepEqual(
      found.flatMap(({ finding }) => finding.suggestions ?? []),
      [],
    );
  });
  it('has one speaker', () => {
    check(`-- a.txt --
“We will rebuild the old harbour wall,” said [|Ann Berg|]{conflicting-speaker}, “before the storms of autumn come.” The meeting of the island council went on until midnight, and nobody left early. A motion to close the road was put off. After a long break with soup and bread the mayor thanked Carl Lind.
-- b.txt --
“We will rebuild the old harbour wall before the storms of autumn come,” said [|Carl Lind|]{conflicting-speaker}. The meeting of the island council went on until midnight, and nobody left early. A motion to close the road was put off. After a long break with soup and bread the mayor thanked Ann Berg.
`);
  });
});
