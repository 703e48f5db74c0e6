import { checkFindings } from '../check.js';

const check = (a: string, b: string) => checkFindings(`-- a.txt --\n${a}\n-- b.txt --\n${b}\n`, ['conflicting-role']);

describe('an office', () => {
  it('is told where another stands beside the same name', () => {
    check(
      'The [|vicar|]{conflicting-role} Thomas Aldous blessed the new harbour of Kolvik on Friday.',
      'The [|mayor|]{conflicting-role} Thomas Aldous blessed the new harbour of Kolvik on Friday.',
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
});
