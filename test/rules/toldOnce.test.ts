import { checkFindings } from '../check.js';

const check = (source: string) => checkFindings(source, ['altered-quotation', 'conflicting-number', 'repeated-word']);

describe('a difference', () => {
  it('between two quotations is not told again as a conflict', () => {
    check(`-- a.txt --
Ann Berg told the council on Monday: “The ferry carried [|ninety|]{altered-quotation} passengers to the old harbour.”
-- b.txt --
Ann Berg told the council on Monday: “The ferry carried [|seventy|]{altered-quotation} passengers to the old harbour.”
`);
  });
  it('outside of the marks is told though the quotation differs as well', () => {
    check(`-- a.txt --
The ferry carried [|ninety|]{conflicting-number} passengers to the old harbour on Monday, “a [|calm|]{altered-quotation} day of the old season,” said Ann Berg.
-- b.txt --
The ferry carried [|seventy|]{conflicting-number} passengers to the old harbour on Monday, “a [|wild|]{altered-quotation} day of the old season,” said Ann Berg.
`);
  });
  it('of another kind is told inside of the words that differ', () => {
    check(`-- a.txt --
“The [|boat of [|the the|]{repeated-word} firm|]{altered-quotation} will never leave the old harbour,” said Ann Berg.
-- b.txt --
“The [|big ferry|]{altered-quotation} will never leave the old harbour,” said Ann Berg.
`);
  });
  it('is told as a conflict where the other wording of the quotation is a hint', () => {
    const number = (words: string) => `[|[|${words}|]{conflicting-number}|]{altered-quotation}`;
    check(`-- a.txt --
“The ferry carried ${number('ninety')} passengers to the old harbour on the northern island,” the captain told the council.
-- b.txt --
On Monday Ann Berg said: “The ferry carried ${number('seventy')} passengers to the old harbour on the northern island.”
-- c.txt --
Not many came, and “the ferry carried ${number('sixty')} passengers to the old harbour on the northern island”, we heard.
`);
  });
});
