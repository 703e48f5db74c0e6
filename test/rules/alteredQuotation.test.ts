import assert from 'node:assert/strict';
import { checkFindings, findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

const check = (source: string) => checkFindings(source, ['altered-quotation', 'truncated-quotation']);

describe('a quotation that another source prints otherwise', () => {
  it('is told though it has hardly a telling word', () => {
    check(`-- a.txt --
“She was the [|image|]{altered-quotation} of beauty,” he said.
-- b.txt --
Of his wife he said: “She was the [|model|]{altered-quotation} of beauty.”
`);
    check(`-- a.txt --
“She was the image of beauty [|in this place|]{altered-quotation},” he said.
-- b.txt --
Of his wife he said: “She was the image of beauty [|in place|]{altered-quotation}.”
`);
  });
  it('is none where dots stand, whatever words are taken to be missing', () => {
    check(`-- a.txt --
They should “never go near the boats when they ... are loading the cargo”.
-- b.txt --
They should “never go near the boats when they are at the pier, and when they’re loading the cargo”.
`);
    check(`-- a.txt --
They should “never go near the boats at noon ... in the harbour and load the cargo”.
-- b.txt --
They should “never go near the boats at noon in the market and in the harbour and load the cargo”.
`);
    check(`-- a.txt --
They should “never go near the [|boats when|]{altered-quotation} they ... are loading the cargo”.
-- b.txt --
They should “never go near the [|boats at noon when|]{altered-quotation} they are loading the cargo”.
`);
  });
  it('is none where the writer’s own words stand in round brackets for those that were said', () => {
    check(`-- a.txt --
“The captain was owed these (wages) whatever ... (reasons) he had to leave the ferry,” she said.
-- b.txt --
“The captain was owed these monthly sums whatever grounds he had to leave the ferry,” she said.
`);
  });
  it('is not where the small words are all that both have', () => {
    check(`-- a.txt --
“It is in the harbour,” he said.
-- b.txt --
“It is in the market,” said Ann Berg.
`);
    check(`-- a.txt --
“Where is your boat?” he said.
-- b.txt --
“Where is your key?” said Ann Berg.
`);
    check(`-- a.txt --
He hoped that “we’re going to get away from it”.
-- b.txt --
“Are we going to get to where it is?” said Ann Berg.
`);
  });
  it('is told though a few of its words stand alone in the other source as well', () => {
    check(`-- a.txt --
“There is absolutely no way, [|because of|]{altered-quotation} my long friendship with the keeper, that he would not have told me,” said Ann Berg.
-- b.txt --
“Absolutely no way,” said Ann Berg. “There is absolutely no way, [|despite|]{altered-quotation} my long friendship with the keeper, that he would not have told me.”
`);
  });
  it('is told of the copy, where one copy of a text has a slip and others have another wording', () => {
    const story = `The harbour office opened a book of visitors on Monday, and the keeper of the lighthouse wrote the first line.
Nobody had asked him to, and he left before the mayor came down from the town with the key in her hand.
A fisherman said that the crew had waited for the tide in the small inn behind the church since the early morning.`;
    const source = `-- a.txt --
${story} The crowd shouted: “How many boats will you sink today, you fools?”
-- b.txt --
${story} The crowd shouted: “How many boats will not you sink today, you fools?”
-- c.txt --
“How many boats did you sink today, you fools?” they asked.
`;
    const found = findingsOf(readFixture(source), ['altered-quotation']);
    assert.ok(found.some(({ path, finding }) => path === 'b.txt' && finding.severity === 'information'));
  });
  it('finds those in one notation and those in another to agree', () => {
    check(`-- a.txt --
“The ferry left the old harbour at [|9: 00 p.m|]{altered-quotation}. on Friday,” said Ann Berg.
-- b.txt --
“The ferry left the old harbour at 6 p.m. on Friday,” she said.
-- c.txt --
According to her, “the ferry left the old harbour at 18:00 on Friday”.
`);
  });
  it('is told of sums of money, with their signs', () => {
    check(`-- a.txt --
“The harbour wall cost [|£6|]{altered-quotation} and opened at noon on Friday,” said Ann Berg.
-- b.txt --
“The harbour wall cost [|$5 million|]{altered-quotation} and opened at noon on Friday,” she said.
`);
    check(`-- a.txt --
“[|£6|]{altered-quotation} was paid for the old harbour wall,” said Ann Berg.
-- b.txt --
“[|$5 million|]{altered-quotation} was paid for the old harbour wall,” she said.
`);
    check(`-- a.txt --
“The harbour wall cost [|£|]{altered-quotation}6 and opened at noon on Friday,” said Ann Berg.
-- b.txt --
“The harbour wall cost [|$|]{altered-quotation}6 and opened at noon on Friday,” she said.
`);
    check(`-- a.txt --
“The harbour wall cost [|$5 and|]{altered-quotation} opened at noon on Friday,” said Ann Berg.
-- b.txt --
“The harbour wall cost [|5 and|]{altered-quotation} opened at noon on Friday,” she said.
`);
  });
  it('is told of the source that is alone with a sum at the end', () => {
    check(`-- a.txt --
“The harbour wall cost some $5 million,” said Ann Berg.
-- b.txt --
“The harbour wall cost some $[|6 million|]{altered-quotation},” she said.
-- c.txt --
The mayor was sure that “the harbour wall cost some $5 million”, and nobody laughed.
`);
  });
  it('is not where sums and times are shortened', () => {
    check(`-- a.txt --
“The harbour wall cost £1.5bn and opened at 6.30pm on Friday,” said Ann Berg.
-- b.txt --
“The harbour wall cost £1.5 billion and opened at 6:30 p.m. on Friday,” she said.
`);
  });
  it('is not where the zone of a time is left out', () => {
    check(`-- a.txt --
“The ferry left the old harbour at 6:41pm PST on Friday,” said Ann Berg.
-- b.txt --
“The ferry left the old harbour at 18:41 on Friday,” she said.
`);
  });
  it('is not where a name is transcribed otherwise, or made its owner’s otherwise', () => {
    check(`-- a.txt --
“The men of Qaeda came to the princess’s harbour on Friday,” said Ann Berg.
-- b.txt --
“The men of Qaida came to the princess’ harbour on Friday,” she said.
`);
  });
  it('is where a name has another vowel', () => {
    check(`-- a.txt --
“The men of [|Burton|]{altered-quotation} came to the harbour on Friday,” said Ann Berg.
-- b.txt --
“The men of [|Barton|]{altered-quotation} came to the harbour on Friday,” she said.
`);
  });
  it('is where the zones differ', () => {
    check(`-- a.txt --
“The ferry left the old harbour at 6:41pm [|PST|]{altered-quotation} on Friday,” said Ann Berg.
-- b.txt --
“The ferry left the old harbour at 18:41 [|EST|]{altered-quotation} on Friday,” she said.
`);
  });
  it('is not where a part of it repeats a word that stands before', () => {
    check(`-- a.txt --
“She went to the island to give her children a garden,” he said.
-- b.txt --
She went there “to give her children a garden”.
`);
    check(`-- a.txt --
“I made up my mind because I felt that the harbour was lost,” he said.
-- b.txt --
“I felt that the harbour was lost,” he said.
`);
  });
  it('is told though words in brackets stand in its place in a third source', () => {
    check(`-- a.txt --
“We should be looking at ways to [|weaken|]{altered-quotation} the old harbour law,” she said.
-- b.txt --
“We should be looking at ways to [|strengthen|]{altered-quotation} the old harbour law,” said Ann Berg.
-- c.txt --
“We should be looking at ways to [change] the old harbour law,” she told us.
`);
  });
});

describe('a quotation that was cut', () => {
  it('lost nothing with “nothing less than”', () => {
    check(`-- a.txt --
“The future of the harbour and the whole island is at stake,” she said.
-- b.txt --
“Nothing less than the future of the harbour and the whole island is at stake,” said Ann Berg.
`);
  });
  it('lost no number with “most certainly”', () => {
    check(`-- a.txt --
“I tell you that the harbour and the whole island are at stake,” she said.
-- b.txt --
“Most certainly I tell you that the harbour and the whole island are at stake,” said Ann Berg.
`);
  });
  it('lost what denied it', () => {
    check(`-- a.txt --
“[|The future of|]{truncated-quotation} the harbour and the whole island is at stake,” she said.
-- b.txt --
“Neither the future of the harbour and the whole island is at stake,” said Ann Berg.
`);
  });
});
