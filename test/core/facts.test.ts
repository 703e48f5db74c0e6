import assert from 'node:assert/strict';
import { Facts } from '../../server/src/core/facts.js';

describe('what is known of an object', () => {
  it('is known of that one alone, and not of a copy', () => {
    const lengths = new Facts<object, number>();
    const owner = { text: 'Putin' };
    lengths.set(owner, 5);
    assert.equal(lengths.get(owner), 5);
    assert.equal(lengths.get({ ...owner }), undefined);
    assert.equal(lengths.get(structuredClone(owner)), undefined);
  });

  it('is kept apart from what else is known of it', () => {
    const [lengths, words] = [new Facts<object, number>(), new Facts<object, string[]>()];
    const owner = { text: 'Putin' };
    lengths.set(owner, 5);
    assert.ok(lengths.has(owner) && !words.has(owner));
    words.set(owner, ['Putin']);
    lengths.set(owner, 6);
    assert.deepEqual([lengths.get(owner), words.get(owner)], [6, ['Putin']]);
  });

  it('is not seen in the object, which may be frozen', () => {
    const lengths = new Facts<object, number>();
    const owner = Object.freeze(['Putin']);
    lengths.set(owner, 1);
    assert.deepEqual(owner, ['Putin']);
    assert.deepEqual(Reflect.ownKeys(owner), ['0', 'length']);
    assert.equal(lengths.get(owner), 1);
  });

  it('may be that nothing was found', () => {
    const found = new Facts<object, undefined>();
    const owner = {};
    found.set(owner, undefined);
    assert.ok(found.has(owner));
  });
});
