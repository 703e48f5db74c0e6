import { checkFindings } from '../check.js';

const check = (source: string) => checkFindings(source, ['altered-quotation']);
/** Two texts on one vote. */
const texts = (a: string, b: string) => `-- a.txt --
The party of Solveig Brandt won the election in Kolvik on Sunday with nineteen of the forty seats. ${a}
-- b.txt --
On Sunday Solveig Brandt and her party won the election in Kolvik, and nineteen of forty seats. ${b}
`;

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
});
