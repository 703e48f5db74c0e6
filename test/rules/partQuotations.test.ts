import assert from 'node:assert/strict';
import { checkFindings } from '../check.js';

const check = (source: string) => checkFindings(source, ['altered-quotation']);
/** Two texts on one vote, or three. */
const texts = (a: string, b: string, c?: string) => `-- a.txt --
The party of Solveig Brandt won the election in Kolvik on Sunday with nineteen of the forty seats. ${a}
-- b.txt --
On Sunday Solveig Brandt and her party won the election in Kolvik, and nineteen of forty seats. ${b}
${c === undefined ? '' : `-- c.txt --\nNineteen seats of forty went to the party of Solveig Brandt when Kolvik held its election on Sunday. ${c}\n`}`;

describe('a few words out of a sentence', () => {
  const sentence =
    '“The people of Kolvik have voted for change and they shall have it,” Solveig Brandt told the crowd.';
  it('are told where the same speaker says another word among them', () => {
    check(texts('Solveig Brandt said that Kolvik had “voted for [|peace|]{altered-quotation}”.', sentence));
    check(
      texts(
        'Solveig Brandt called the low turnout “deeply [|unfair|]{altered-quotation}”.',
        'Solveig Brandt called the turnout “deeply [|regrettable|]{altered-quotation}”.',
      ),
    );
  });
  it('are none of another speaker', () => {
    check(texts('Nils Aasen said that Kolvik had “voted for peace”.', sentence));
  });
  it('are none where either text has both words of the speaker', () => {
    check(
      texts(
        'Solveig Brandt said that Kolvik had “voted for peace”.',
        `${sentence} “Peace comes first,” Solveig Brandt added.`,
      ),
    );
  });
  it('are none where two words are part of more, or small ones differ', () => {
    check(
      texts(
        'Solveig Brandt spoke of “deep sorrow”.',
        '“It is my deep joy that Kolvik has a new mayor,” Solveig Brandt said.',
      ),
    );
    check(texts('Solveig Brandt said that Kolvik had “voted with change”.', sentence));
    check(texts('Solveig Brandt wrote of the “Grey Lady”.', 'Solveig Brandt wrote of the “grey harbour”.'));
    check(texts('Solveig Brandt wrote of “aqua concerts”.', 'Solveig Brandt wrote of “aquatic concerts”.'));
  });
  it('are none where the text itself has the other word of the speaker', () => {
    check(
      texts('Solveig Brandt said that Kolvik had “voted for peace”. “Change is late,” Solveig Brandt added.', sentence),
    );
  });
  it('are none where an editor put the word, or left some out', () => {
    check(texts('Solveig Brandt said that Kolvik had “voted for [peace]”.', sentence));
    check(texts('Solveig Brandt said that Kolvik had “voted for peace”.', sentence.replace('change', '[change]')));
    check(texts('Solveig Brandt said that Kolvik had “voted for peace”.', sentence.replace('for', '… for')));
  });
  it('are none where a third text has them so, if only among others', () => {
    const there = 'Solveig Brandt said that Kolvik had “voted for peace”.';
    check(texts(there, sentence, there.replace('said', 'wrote')));
    check(texts(there, sentence, '“They voted for peace in every street of the town,” said Solveig Brandt.'));
  });
  it('are none where each of two others has another of the words otherwise', () => {
    const word = (one: string) => `[|${one}|]{altered-quotation}`;
    check(
      texts(
        'Solveig Brandt said that the “harbour voted for peace”.',
        `“The harbour ${word('voted')} for ${word('change')}, not for war,” said Solveig Brandt.`,
        `“The harbour ${word('stood')} for ${word('peace')}, not for war,” said Solveig Brandt.`,
      ),
    );
  });
  it('are none where two words differ, or no telling one is shared, or one is a form of the other', () => {
    const said = (words: string) => `Solveig Brandt said that it was “${words}”.`;
    check(texts(said('people fought for peace'), said('people voted for change')));
    check(texts(said('for peace'), said('for change')));
    check(texts(said('voted for changes'), said('voted for changing')));
  });
  it('are told once, with all who have the other word', () => {
    const found = check(
      texts(
        'Solveig Brandt said that Kolvik had “voted for [|peace|]{altered-quotation}”.',
        sentence,
        sentence.replace('told', 'asked'),
      ),
    );
    assert.deepEqual(
      found.map(({ message, evidence }) => [message.split(':')[0], evidence?.length]),
      [['Quoted as “peace” here, as “change” in b and c', 2]],
    );
  });
});
