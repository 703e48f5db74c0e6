import assert from 'node:assert/strict';
import { wordFrame } from '../../server/src/analysis/wordFrame.js';
import { dateMatter } from '../../server/src/rules/dateMatter.js';
import { checkFindings } from '../check.js';
import { testResources as resources } from '../resources.js';

/** Whether two sentences, each with one date, differ in nothing of it but the year. */
function isOtherYearOnly(a: string, b: string): boolean {
  const [one] = dateMatter.itemsIn(a, resources);
  const [other] = dateMatter.itemsIn(b, resources);
  assert.ok(one && other);
  const beside = { a, b, slots: [], frame: wordFrame(a, b, [], resources.wordVectors), resources };
  return dateMatter.signsOf(one, other, beside).isOtherYearOnly === 1;
}

describe('two dates of one day in two years', () => {
  it('are known by their month, and by their day where they have one', () => {
    assert.ok(
      isOtherYearOnly(
        'the captain of the ferry was shot on June 24, 2003 by a guard',
        'the captain of the ferry was shot on 24 June 2005 by a guard',
      ),
    );
    assert.ok(
      isOtherYearOnly(
        'the captain of the ferry was shot in June 2003 by a guard',
        'the captain of the ferry was shot in June, 2005 by a guard',
      ),
    );
  });
  it('are none of other days, or where years stand alone', () => {
    assert.ok(
      !isOtherYearOnly(
        'the captain of the ferry was shot on June 24, 2003 by a guard',
        'the captain of the ferry was shot on June 20, 2005 by a guard',
      ),
    );
    assert.ok(
      !isOtherYearOnly(
        'the captain of the ferry was shot on June 24, 2003 by a guard',
        'the captain of the ferry was shot in June 2005 by a guard',
      ),
    );
    assert.ok(
      !isOtherYearOnly(
        'the captain of the ferry was shot in 2003 by a guard',
        'the captain of the ferry was shot in 2005 by a guard',
      ),
    );
  });
  it('are told where two other days would be two events', () => {
    const texts = (one: string, other: string) => `-- a.txt --
The guards of Kolvik were asked to find the captain the day before ${one}, when he sank the ferry.
-- b.txt --
The ferry was sunk on ${other} off the reef of Kolvik while the captain was looking for a harbour.
`;
    const marked = (date: string) => `[|${date}|]{conflicting-date}`;
    checkFindings(texts(marked('June 24, 2003'), marked('June 24, 2005')), ['conflicting-date']);
    checkFindings(texts('June 20, 2003', 'June 24, 2005'), ['conflicting-date']);
  });
});
