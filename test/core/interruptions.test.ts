import assert from 'node:assert/strict';
import { isInterruption } from '../../server/src/core/interruptions.js';
import { quotationsOf } from '../../server/src/core/quotations.js';

function areOne(text: string): boolean {
  const [first, second] = quotationsOf({ text });
  return isInterruption(text, first!, second!);
}

describe('words between two quotations', () => {
  for (const text of [
    '“We will go,” she said, “before noon.”',
    '‘We will go’, said Ann Berg, ‘before noon.’',
    '“We will go,” she told Mr. Lind on Monday, “and I stay.”',
    '“We will go—” she added— “before noon.”',
    '“When we go,” he said, “I will be there.”',
  ])
    it(`interrupt: ${text}`, () => assert.equal(areOne(text), true));

  for (const text of [
    '“We will go,” she said. “Before noon.”',
    '“We will go,” she said, “Nobody stays.”',
    '“We will go,” she said, and he answered, “before noon.”',
    '“We will go.” She said, “before noon.”',
    '“We will go,” and later in the day, “before noon.”',
    '“Go,” or so she said to the crew of the old ferry on a Monday in May with the mayor of the town beside her, “before noon.”',
  ])
    it(`do not: ${text}`, () => assert.equal(areOne(text), false));
});
