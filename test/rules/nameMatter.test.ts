import assert from 'node:assert/strict';
import { wordFrame } from '../../server/src/analysis/wordFrame.js';
import { nameMatter } from '../../server/src/rules/nameMatter.js';
import { testResources as resources } from '../resources.js';

function kindsIn(text: string): string[] {
  const matter = nameMatter('name');
  const frame = wordFrame(text, text, [], resources.wordVectors);
  const beside = { a: text, b: text, slots: [], frame, resources };
  return matter.itemsIn(text, resources).map((item) => matter.kindOf(item, beside));
}

describe('kinds of names', () => {
  it('a given name and a surname are a person, weighed by weights of their own', () => {
    assert.deepEqual(kindsIn('it was sold by Anna Lund to Fjordline'), ['person', 'name']);
  });
});
