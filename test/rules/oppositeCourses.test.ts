import { checkFindings } from '../check.js';

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
});
