import { checkFindings } from '../check.js';

const check = (source: string) => checkFindings(source, ['reversed-claim']);

describe('a claim that another source denies', () => {
  it('is told where nothing but the “not” differs', () => {
    check(`-- a.txt --
The council of Kolvik did [|not approve|]{reversed-claim} the plan for the new harbour on Friday.
-- b.txt --
The council of Kolvik did [|approve|]{reversed-claim} the plan for the new harbour on Friday.
`);
  });
  it('is none where one of them asks', () => {
    check(`-- a.txt --
The plan for the new harbour of Kolvik is worth more than the old mill.
-- b.txt --
Isn’t the plan for the new harbour of Kolvik worth more than the old mill?
`);
    check(`-- a.txt --
A harbour that is silted up to its walls cannot stand for long.
-- b.txt --
A harbour that is silted up to its walls, how will it stand for long?
`);
  });
  it('is told where both say it, and a question follows', () => {
    check(`-- a.txt --
The council of Kolvik did [|not approve|]{reversed-claim} the plan for the new harbour on Friday. Why?
-- b.txt --
The council of Kolvik did [|approve|]{reversed-claim} the plan for the new harbour on Friday. Why?
`);
  });
  it('is none where the “not” ends a clause, and another begins', () => {
    check(`-- a.txt --
When you see the old ferry lying in the harbour of Kolvik where it ought not (let the pilot take note), leave the quay at once.
-- b.txt --
When you see the old ferry lying in the harbour of Kolvik by the mill (let the pilot take note), leave the quay at once.
`);
    check(`-- a.txt --
Nobody knows the hour of the storm on the coast, not even the keeper of the lighthouse, nor the pilot, but only the mayor.
-- b.txt --
Nobody knows the hour of the storm on the coast, not even the keeper of the lighthouse, but the mayor only.
`);
  });
  it('is none where two denials are one claim', () => {
    check(`-- a.txt --
There is no keeper who has left his lighthouse on the coast who will not receive a new house in Kolvik.
-- b.txt --
Every keeper who has left his lighthouse on the coast will receive a new house in Kolvik.
`);
  });
  it('is none where both say what is to be prevented', () => {
    check(`-- a.txt --
The pilots take the ferry past the reef of Kolvik, and she will not strike the old mole.
-- b.txt --
The pilots take the ferry past the reef of Kolvik lest she strike the old mole.
`);
    check(`-- a.txt --
The office asks the council of Kolvik to ensure the works did not harm the birds of the coast.
-- b.txt --
The office asks the council of Kolvik about works that could harm the birds of the coast.
`);
  });
  it('is none where two amounts rose and fell', () => {
    check(`-- a.txt --
The shares of the harbour company have risen by 2.5% to 410 crowns on Friday.
-- b.txt --
The shares of the harbour company have fallen by 3.1% to 388 crowns on Friday.
`);
  });
  it('is told where one amount rose and fell', () => {
    check(`-- a.txt --
The shares of the harbour company have [|risen|]{reversed-claim} by 2.5% after the vote on Friday.
-- b.txt --
The shares of the harbour company have [|fallen|]{reversed-claim} by 2.5% after the vote on Friday.
`);
  });
});
