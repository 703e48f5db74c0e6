import { checkFindings } from '../check.js';

const check = (a: string, b: string) => checkFindings(`-- a.txt --\n${a}\n-- b.txt --\n${b}\n`, ['conflicting-role']);

describe('an office', () => {
  it('is told where another stands beside the same name', () => {
    check(
      'The [|vicar|]{conflicting-role} Thomas Aldous blessed the new harbour of Kolvik on Friday.',
      'The [|mayor|]{conflicting-role} Thomas Aldous blessed the new harbour of Kolvik on Friday.',
    );
  });
  it('is the same in one word and in two', () => {
    check(
      'Thomas Aldous, the under secretary of the harbour of Kolvik, spoke on Friday.',
      'Thomas Aldous, the undersecretary of the harbour of Kolvik, spoke on Friday.',
    );
    check(
      'Thomas Aldous, the under [|secretary|]{conflicting-role} of the harbour of Kolvik, spoke on Friday.',
      'Thomas Aldous, the under [|treasurer|]{conflicting-role} of the harbour of Kolvik, spoke on Friday.',
    );
  });
  it('is contradicted by no form of address, which is due to more than one', () => {
    for (const address of ['Reverend', 'Rev.', 'Professor', 'Prof.', 'Dr', 'Sir']) {
      check(
        'Vicar Thomas Aldous blessed the new harbour of Kolvik on Friday.',
        `${address} Thomas Aldous blessed the new harbour of Kolvik on Friday.`,
      );
    }
  });
  it('is told where it stands behind the name here and before it there', () => {
    check(
      'The roof of the baths needs repairs costing £410,000, the [|mayor|]{conflicting-role}, Mrs Pauline Rigg, told the council on Monday.',
      'The roof of the swimming baths needs repairs costing £410,000, [|treasurer|]{conflicting-role} Pauline Rigg told the council.',
    );
    check(
      'She was sorry for the fires, Fiona Breck, the [|treasurer|]{conflicting-role}, said.',
      'She was sorry for the fires, said the managing [|director|]{conflicting-role}, Fiona Breck.',
    );
  });
  it('is told of which another is said wherever it stands beside the name, both then or both now', () => {
    const held = (here: string, there: string) =>
      check(
        `“We have waited four years for a new harbour,” said Petra Hribar, the ${here} minister who leads the pilots of Kolvik.`,
        `The pilots of Kolvik have waited four years for a new harbour, their leader, the ${there} minister Petra Hribar, said.`,
      );
    held('former [|foreign|]{conflicting-role}', 'former [|finance|]{conflicting-role}');
    held('former finance', 'former finance');
    held('former foreign', 'finance');
    held('former defence', 'former defense');
    held('former', 'former defense');
  });
  it('contradicts none that somebody held before, or holds as well', () => {
    check(
      'The roof of the swimming baths needs repairs costing £410,000, the former mayor, Mrs Pauline Rigg, told the council.',
      'Treasurer Pauline Rigg told the council that repairs of the roof of the swimming baths would cost £410,000.',
    );
    check(
      'The roof of the swimming baths needs repairs costing £410,000, the mayor, Mrs Pauline Rigg, told the council, of which she is treasurer.',
      'Treasurer Pauline Rigg told the council that repairs of the roof of the swimming baths would cost £410,000.',
    );
    check(
      'The roof of the swimming baths needs repairs costing £410,000, the mayor, Peter Rigg, told the treasurer, Ann Berg.',
      'Treasurer Ann Berg was told that repairs of the roof of the swimming baths would cost £410,000.',
    );
  });
});
