import assert from 'node:assert/strict';
import { wordFrame } from '../../server/src/analysis/wordFrame.js';
import { oppositeCoursesIn } from '../../server/src/rules/oppositeCourses.js';
import { checkFindings } from '../check.js';
import { testResources as resources } from '../resources.js';

const check = (source: string) => checkFindings(source, ['reversed-claim']);

describe('a change that goes up here and down there', () => {
  it('is told of one number, whether a verb, “up” or a noun says which way', () => {
    check(`-- a.txt --
Sales of timber in the first quarter were [|down 14 percent|]{reversed-claim} at 3.1 million kroner, the sawmill of Kolvik said.
-- b.txt --
The sawmill of Kolvik said its sales [|rose 14 percent|]{reversed-claim} to 3.1 million kroner in the first quarter.
`);
    check(`-- a.txt --
The council of Kolvik [|raised the fee for the ferry by 14 per cent|]{reversed-claim} on Monday.
-- b.txt --
On Monday the council of Kolvik agreed on a [|14 per cent reduction|]{reversed-claim} in the fee for the ferry.
`);
  });
  it('is none where a text tells both', () => {
    check(`-- a.txt --
Sales of timber in the first quarter were down 14 percent at 3.1 million kroner, the sawmill of Kolvik said.
-- b.txt --
The sawmill of Kolvik said its sales rose 14 percent to 3.1 million kroner in the first quarter. Those of paper fell 14 percent.
`);
  });
  it('is none where both say the same way', () => {
    check(`-- a.txt --
Sales of timber in the first quarter were down 14 percent at 3.1 million kroner, the sawmill of Kolvik said.
-- b.txt --
The sawmill of Kolvik said its sales fell 14 percent to 3.1 million kroner in the first quarter.
`);
  });
  it('is none of two numbers, nor of a level', () => {
    check(`-- a.txt --
Sales of timber in the first quarter were down 14 percent at 3.1 million kroner, the sawmill of Kolvik said.
-- b.txt --
The sawmill of Kolvik said its share of sales stood at 14 percent, or 3.1 million kroner, in the first quarter.
`);
  });
  const said = (words: string) =>
    `The sawmill of Kolvik said its sales of timber ${words} to 3.1 million kroner in the first quarter.`;
  it('is none of other sizes or units, nor of what is no share', () => {
    assert.equal(coursesOf('fell 14 percent', 'rose 14 percent'), 1);
    assert.equal(coursesOf('fell 14 percent', 'rose 12 percent'), 0);
    assert.equal(coursesOf('fell 14 percent', 'rose 14 points'), 0);
    assert.equal(coursesOf('fell 14 to 16 percent', 'rose 14 to 18 percent'), 0);
    assert.equal(coursesOf('fell 14 to 16 percent', 'rose 12 to 16 percent'), 0);
    assert.equal(coursesOf('fell 14 tonnes', 'rose 14 tonnes'), 0);
  });
  it('is none of what makes up a share, or is lower than a “down-” that is another word', () => {
    assert.equal(coursesOf('went up 14 percent', 'lost 14 percent'), 1);
    assert.equal(coursesOf('made up 14 percent', 'lost 14 percent'), 0);
    assert.equal(coursesOf('were 14 percent down', 'rose 14 percent'), 1);
    assert.equal(coursesOf('were 14 percent down-payments', 'rose 14 percent'), 0);
  });
  it('is none where a text tells two of one size', () => {
    assert.equal(coursesOf('fell 14 percent and those of paper fell 14 percent', 'rose 14 percent'), 0);
    assert.equal(coursesOf('rose 14 percent', 'fell 14 percent and those of paper fell 14 percent'), 0);
  });
  it('is none where the words around the number differ', () => {
    assert.equal(
      opposed(
        'Sales of timber at the sawmill of Kolvik reached 3.1 million kroner in the first quarter while paper was down 14 percent.',
        'Up 14 percent is the rent of the sawmill of Kolvik, whose sales of timber reached 3.1 million kroner in the first quarter.',
      ),
      0,
    );
  });
  it('is none where one text tells little of what the other tells', () => {
    const fish = 'the price of fish was down 14 percent';
    assert.equal(opposed(fish, 'the price of fish rose 14 percent'), 1);
    assert.equal(
      opposed(
        `The ferry was late with nobody on board who knew why, heavy snow fell upon the town of Kolvik, its old school closed at noon, the lights of the harbour failed, both banks ran out of money, and ${fish}`,
        'the price of fish rose 14 percent',
      ),
      0,
    );
  });

  function coursesOf(here: string, there: string): number {
    return opposed(said(here), said(there));
  }
});

function opposed(a: string, b: string): number {
  const frame = wordFrame(a, b, [], resources.wordVectors);
  return oppositeCoursesIn({ a, b, slots: [], frame, resources }).length;
}
