import { checkFindings } from '../check.js';

const check = (source: string) => checkFindings(source, ['conflicting-name']);

/** What two texts of one story tell besides. */
const STORY = `The museum of Kolvik will be closed in spring while its roof is mended. A survey found rot in six of the beams.
The council will pay for the work, and the tender of the boatyard was the lowest of three.`;
const RETOLD = `In spring the roof of the museum of Kolvik is to be mended, and the museum will be closed. Rot was found in six beams by a survey.
The boatyard, whose tender was the lowest of three, was chosen. The council pays for the work.`;

describe('somebody whom no other text knows', () => {
  it('is told beside another of that given name who plays the same part', () => {
    check(`-- a.txt --
${STORY}
Visitors will be missed, director [|Clare Whitby|]{conflicting-name} wrote to her friends.
-- b.txt --
${RETOLD}
The board was led through the rooms by the director, [|Clare Wheldon|]{conflicting-name}, before the vote.
`);
  });
  it('is told beside one who is named where the same is told', () => {
    check(`-- a.txt --
${STORY}
The beams were felled in 1874 near Stavern, and [|Maurice Delacourt|]{conflicting-name} carved them.
-- b.txt --
${RETOLD}
In 1874 [|Maurice Delacroix|]{conflicting-name} had them felled at Stavern.
`);
  });
  it('is nobody else where the two do other things', () => {
    check(`-- a.txt --
${STORY}
Visitors will be missed, director Clare Whitby wrote to her friends.
-- b.txt --
${RETOLD}
A baker from the harbour, Clare Wheldon, brought bread for the carpenters.
`);
  });
  it('is nobody else where a text knows both', () => {
    check(`-- a.txt --
${STORY}
Visitors will be missed, director Clare Whitby wrote to her friends. Clare Wheldon succeeds her.
-- b.txt --
${RETOLD}
The board was led through the rooms by the director, Clare Wheldon, before the vote.
`);
  });
});
