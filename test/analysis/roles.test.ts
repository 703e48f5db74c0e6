import assert from 'node:assert/strict';
import { people } from '../../server/src/analysis/people.js';
import { readFixture } from '../fixture.js';

/** The roles of everyone in a text, as "name: role". */
function roles(source: string): string[] {
  return readFixture(source)
    .corpus.get(people)
    .all.flatMap(({ name, roles: own }) => own.map(({ text }) => `${name}: ${text}`));
}

describe('roles beside a name', () => {
  const texts: [string, string[]][] = [
    ['The new defence minister, Anna Kowalska, spoke.', ['Anna Kowalska: new defence minister']],
    ['Deputy Prime Minister Anna Kowalska spoke.', ['Anna Kowalska: Deputy Prime Minister']],
    ['U.S. Secretary of State Anna Kowalska spoke.', ['Anna Kowalska: U.S. Secretary of State']],
    ['Then Minister for Health and Sport Anna Kowalska spoke.', ['Anna Kowalska: Minister for Health and Sport']],
    ['Norport Inc. CEO Anna Kowalska spoke.', ['Anna Kowalska: Norport Inc. CEO']],
    ['Kestrel & Sons spokeswoman Anna Kowalska spoke.', ['Anna Kowalska: Kestrel & Sons spokeswoman']],
    ['They left chief operating officer Anna Kowalska in charge.', ['Anna Kowalska: chief operating officer']],
    ['The county coroner, Anna Kowalska, spoke.', ['Anna Kowalska: county coroner']],
    ['He spoke of harbour minister Anna Kowalska.', ['Anna Kowalska: harbour minister']],
    [
      'Charges against Norport Chief Financial Officer Anna Kowalska fell.',
      ['Anna Kowalska: Norport Chief Financial Officer'],
    ],
    ['Many now want U.S. President Anna Kowalska to stay.', ['Anna Kowalska: U.S. President']],
    ['Anna Kowalska, head of the harbour office, spoke.', ['Anna Kowalska: head of the harbour office']],
    ['Anna Kowalska, an analyst at Harbour.com. It rained.', ['Anna Kowalska: analyst at Harbour.com']],
    ['Anna Kowalska, president of Norport Harbours said, it rained.', ['Anna Kowalska: president of Norport Harbours']],
    ['The prime minister, Anna Kowalska, spoke to officials and left.', ['Anna Kowalska: prime minister']],
    ['Anna Kowalska, spoke to officials.', []],
    ['Anna Kowalska, Mayor Tom Okafor and Maria Lindqvist came.', ['Tom Okafor: Mayor']],
    ['On Friday, Anna Kowalska, in London, spoke.', []],
  ];
  for (const [text, wanted] of texts) it(text, () => assert.deepEqual(roles(text), wanted));
});
