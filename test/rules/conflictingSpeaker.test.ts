import { checkFindings } from '../check.js';

const QUOTED = '“The old bridge will never carry heavy lorries again,”';
/** Keeps the names that follow away from the quotation. */
const LATER =
  'The meeting of the island council went on until midnight, and nobody left early. A motion to close the road was put off. After a long break with soup and bread the mayor thanked';

const check = (...texts: string[]) =>
  checkFindings(texts.map((text, at) => `-- ${'abcd'.charAt(at)}.txt --\n${text}\n`).join(''), ['conflicting-speaker']);

describe('who said it', () => {
  const ann = `${QUOTED} said [|Anna Berg|]{conflicting-speaker}. ${LATER} Carl Lind.`;
  const carl = `${QUOTED} said [|Carl Lind|]{conflicting-speaker}. ${LATER} Anna Berg.`;
  const plain = (text: string) => text.replace(/\[\||\|\]\{[a-z-]+\}/g, '');

  it('is told where two sources name two people', () => {
    check(ann, carl);
  });
  it('is told in the source that is alone with another', () => {
    const third = `Nobody laughed when the mayor rose late in the evening. ${QUOTED} Anna Berg said, and sat down.`;
    check(plain(ann), carl, third);
  });
  it('is not where one has a pronoun: whom it means is a guess', () => {
    check(plain(ann), `Carl Lind came to the meeting with a friend. ${QUOTED} he said. ${LATER} Anna Berg.`);
  });
  it('is not where no word of saying stands beside the name', () => {
    const full = QUOTED.replace(',”', '.”');
    check(plain(ann), `Carl Lind closed the door. ${full} ${LATER} Anna Berg.`);
    check(plain(ann), `${full} Carl Lind left the hall. ${LATER} Anna Berg.`);
  });
  it('is told once for a quotation of two sentences', () => {
    const more = QUOTED.replace(',”', '. The young council must build a wider one,”');
    check(ann.replace(QUOTED, more), carl.replace(QUOTED, more));
  });
  it('is not of words that anybody says', () => {
    const small = '“It was all that we had to do there that day,”';
    check(plain(ann).replace(QUOTED, small), plain(carl).replace(QUOTED, small));
  });
  it('is not where a word differs: two may have said nearly the same', () => {
    check(plain(ann), plain(carl).replace('never', 'soon'));
  });
  it('is not where each goes on in words of their own', () => {
    check(plain(ann).replace('again', 'to the quarries at night'), plain(carl).replace('again', 'full of wet sand'));
  });
  it('is not where the other name stands beside it as well', () => {
    check(plain(ann), `${QUOTED} said Carl Lind, who spoke for Anna Berg.`);
    check(plain(ann), `Anna Berg and the council were told by Carl Lind: ${QUOTED.replace(',”', '.”')}`);
  });
  it('is told where the other is named in another sentence, or gave a firm its name', () => {
    check(ann, `Anna Berg was told by the council. ${carl}`);
    check(ann, carl.replace('.', ', who has run Berg Shipping for years.'));
  });
});
