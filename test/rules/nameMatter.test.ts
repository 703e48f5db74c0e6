import assert from 'node:assert/strict';
import { wordFrame } from '../../server/src/analysis/wordFrame.js';
import { nameMatter } from '../../server/src/rules/nameMatter.js';
import { testResources as resources } from '../resources.js';

const matter = nameMatter('name');

function beside(a: string, b: string) {
  return { a, b, slots: [], frame: wordFrame(a, b, [], resources.wordVectors), resources };
}

/** Whether the first names of two sentences can be held against each other. */
function areRivals(a: string, b: string): boolean {
  const [one] = matter.itemsIn(a, resources);
  const [other] = matter.itemsIn(b, resources);
  assert.ok(one && other);
  return matter.areComparable(one, other, beside(a, b));
}

describe('kinds of names', () => {
  it('a given name and a surname are a person, weighed by weights of their own', () => {
    const text = 'it was sold by Anna Lund to Fjordline';
    const kinds = matter.itemsIn(text, resources).map((item) => matter.kindOf(item, beside(text, text)));
    assert.deepEqual(kinds, ['person', 'name']);
  });
});

describe('two who are said to speak', () => {
  it('say two things where the sentences share little', () => {
    assert.ok(
      !areRivals('keep away from the old ferry, said Anna Lund', 'the hull will hold until May, said Carl Berg'),
    );
  });
  it('stand for each other where the sentences share most', () => {
    assert.ok(
      areRivals('keep away from the old ferry, said Anna Lund', 'keep away from the old ferry, said Carl Berg'),
    );
  });
  it('and two who act stand for each other in any case', () => {
    assert.ok(areRivals('the old ferry was bought by Anna Lund', 'the hull was mended for a crown by Carl Berg'));
  });
});
