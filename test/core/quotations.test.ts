import assert from 'node:assert/strict';
import { parse } from '../../server/src/core/document.js';
import { quotationsOf } from '../../server/src/core/quotations.js';
import { readFixture } from '../fixture.js';

/** The quotations of a text must be exactly its marks. */
function checkQuotations(source: string): void {
  const { corpus, marks } = readFixture(source);
  const { text } = corpus.document('text.txt')!;
  const document = parse('text.txt', text);
  const found = document.paragraphs.flatMap((paragraph, index) =>
    quotationsOf(paragraph).map(({ start, end }) => {
      const offset = document.offsets[index]!;
      return `${offset + start} ${text.slice(offset + start, offset + end)}`;
    }),
  );
  assert.deepEqual(
    found,
    marks.map(({ start, text: words }) => `${start} ${words}`).sort((a, b) => parseInt(a) - parseInt(b)),
  );
}

describe('quotations', () => {
  const texts: [string, string][] = [
    ['curly', 'He said “[|it was time|]” and left.'],
    ['straight', 'He said "[|it was time|]" and "[|no more|]".'],
    ['straight, right after a bracket or a dash', 'The deal ("[|a sham|]") fell - "[|at last|]".'],
    ['inverted, as rewriting tools leave them', 'He spoke of” [|a sacred war|]”, and” [|nothing else|]”, he said.'],
    ['guillemets', 'Il dit « [|c’est la fin|] » et partit.'],
    ['guillemets that point inwards', 'Er sagte »[|es ist Zeit|]« und ging.'],
    ['low', 'Er sagte: „[|Es ist Zeit.|]“ Dann ging er.'],
    ['low, closed by a right mark', 'Rzekł: „[|Już czas|]” i wyszedł.'],
    ['low, closed by a straight mark', 'Er nannte es „[|eine Farce|]" und ging.'],
    ['single, apostrophes inside', 'He called it ‘[|a nation’s worst hour|]’ on Friday.'],
    ['single, straight', "She called it '[|a nation's worst hour|]' on Friday."],
    ['apostrophes quote nothing', 'The dogs’ tails and the cats’ ears; ’tis the fishermen’s boat, rock ‘n’ roll.'],
    ['straight apostrophes quote nothing', "The dogs' tails and the cats' ears; 'tis the fishermen's, rock 'n' roll."],
    ['nested', '“[|He told me ‘leave now’ and I did,|]” she said.'],
    ['nested the other way', '‘[|He told me “leave now” and I did,|]’ she said.'],
    ['split, with the speaker between', '“[|We will go,|]” she said, “[|when it rains.|]”'],
    ['a mark opened as curly and closed as straight', 'He said “[|it was time|]" and left.'],
    ['a blank that slipped before the mark', 'He said "[|it was time,|] "and left; "[|go,|]" he said.'],
    ['inches and minutes', 'The board is 12" wide and 6\' long.'],
    ['a closing mark alone', 'It was time” he said.'],
    ['speech over several paragraphs', '“[|We began early.|]\n\n“[|Then it rained.|]”'],
    ['speech over several paragraphs, straight', '"[|We began early.|]\n\n"[|Then it rained.|]"'],
    ['a block quotation', 'She wrote:\n\n> [|We began early, and then it rained for days.|]\n\nThat was all.'],
    ['a block quotation of several lines', '> [|We began early,\n> and then it rained.|]'],
    ['marks inside a block quotation', '> [|He said “no” and went home at once.|]'],
    ['typewritten', "He said ``[|it was time|]'' and ``[|no more|]''."],
    ['opened straight and closed typewritten', "\"[|It was time,|]'' he said, and \"[|no more|]''."],
    ['opened straight, another typewritten inside', "He said \"[|they call it ''luck'' here|]\" and left."],
    ['a mark that closes the paragraph before', 'It was time to go, "Berg said in a statement on Friday.'],
    ['a speech that goes on behind a comma', 'He put it so, "[|It was time to go and we went.|]'],
    ['as tokenisers leave them', '" [|Good night ,|] " said the man . " [|I did .|] "'],
    ['a straight mark that nothing closes', 'He said " and left.'],
    ['corner brackets', '彼は「[|もう時間だ|]」と言った。'],
  ];
  for (const [name, text] of texts) it(name, () => checkQuotations(text));
});
