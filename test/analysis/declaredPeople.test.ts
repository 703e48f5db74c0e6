import assert from 'node:assert/strict';
import { people } from '../../server/src/analysis/people.js';
import { readManifest } from '../../server/src/manifestFile.js';
import { readFixture } from '../fixture.js';

/** Everyone in a corpus whose manifest says `declared` of its people, as `name: forms`. */
function everyone(declared: object, source: string): string[] {
  const { manifest, problems } = readManifest(JSON.stringify({ people: declared }));
  assert.deepEqual(problems, []);
  return readFixture(source)
    .corpus.withManifest(manifest)
    .get(people)
    .all.map(({ name, names }) => `${name}: ${names.map(({ text, count }) => `${text} ×${count}`).join(', ')}`);
}

const TWO = 'President Anna Kowalska met Mayor Tom Okafor. Mrs Kowalska left. “Good,” said Okafor.';

describe('people of the manifest', () => {
  it('a name that the reader prefers', () => {
    assert.deepEqual(everyone({ 'Anna M. Kowalska': { same: ['Anna Kowalska'] } }, TWO), [
      'Anna M. Kowalska: Anna Kowalska ×1, Kowalska ×1',
      'Tom Okafor: Okafor ×1, Tom Okafor ×1',
    ]);
  });

  it('two names of one person', () => {
    const text =
      'President Anna Kowalska met Mayor Tom Okafor. Later Professor Maria Lindqvist spoke. Mrs Lindqvist left.';
    assert.deepEqual(everyone({ 'Maria Lindqvist': { same: ['Anna Kowalska'] } }, text), [
      'Maria Lindqvist: Anna Kowalska ×1, Lindqvist ×1, Maria Lindqvist ×1',
      'Tom Okafor: Tom Okafor ×1',
    ]);
  });

  it('a name of one word', () => {
    const text = 'Edson Nascimento scored. “We won,” said Zizo, 25. Zizo smiled, and Nascimento left.';
    assert.deepEqual(everyone({ 'Edson Nascimento': { same: ['Zizo'] } }, text), [
      'Edson Nascimento: Zizo ×2, Edson Nascimento ×1, Nascimento ×1',
    ]);
  });

  it('two names that would be taken for one', () => {
    const text = 'Minister Andrei Belousov spoke. Then Andrey Belousov, a chess player, spoke.';
    assert.equal(everyone({}, text).length, 1);
    assert.deepEqual(everyone({ 'Andrei Belousov': { not: ['Andrey Belousov'] } }, text), [
      'Andrei Belousov: Andrei Belousov ×1',
      'Andrey Belousov: Andrey Belousov ×1',
    ]);
    assert.equal(everyone({ 'Andrei Belousov': {}, 'Andrey Belousov': {} }, text).length, 2);
  });

  it('a surname that is somebody else’s', () => {
    assert.deepEqual(everyone({ 'Anna Kowalska': { not: ['Kowalska'] } }, TWO), [
      'Anna Kowalska: Anna Kowalska ×1',
      'Kowalska: Kowalska ×1',
      'Tom Okafor: Okafor ×1, Tom Okafor ×1',
    ]);
  });

  it('what is no person', () => {
    assert.deepEqual(everyone({ 'Tom Okafor': false, Okafor: false }, TWO), [
      'Anna Kowalska: Anna Kowalska ×1, Kowalska ×1',
    ]);
  });

  it('somebody whom no evidence shows', () => {
    const text = 'They sailed past the Kelmet in fog.';
    assert.deepEqual(everyone({}, text), []);
    assert.deepEqual(everyone({ Kelmet: { about: 'A diver.' } }, text), ['Kelmet: Kelmet ×1']);
  });

  it('the line of biography belongs to the person, by whichever name', () => {
    const { manifest } = readManifest('{"people": {"Anna Kowalska": {"about": "President since 2015."}}}');
    const { corpus } = readFixture(TWO);
    const known = corpus.withManifest(manifest).get(people);
    assert.deepEqual(
      known.all.map(({ about }) => about),
      ['President since 2015.', undefined],
    );
  });

  it('is the same after edits as from the beginning', () => {
    const { manifest } = readManifest('{"people": {"Zizo": {"same": ["Edson Nascimento"], "not": ["Nascimento"]}}}');
    const source = '-- a.txt --\nEdson Nascimento scored.\n-- b.txt --\n“We won,” said Zizo, 25. Nascimento left.';
    const { corpus } = readFixture(source);
    const read = (text: string) => {
      const edited = corpus.withManifest(manifest);
      edited.get(people);
      return edited.apply([{ path: 'a.txt', text }]);
    };
    const names = (found: ReturnType<typeof read>) =>
      found.get(people).all.map(({ name, mentions }) => [name, mentions]);
    const text = 'Mayor Edson Nascimento scored. Edson Nascimento smiled.';
    const scratch = readFixture(source.replace('Edson Nascimento scored.', text)).corpus.withManifest(manifest);
    assert.deepEqual(names(read(text)), names(scratch));
    const gone = readFixture(source.replace('Edson Nascimento scored.', '')).corpus.withManifest(manifest);
    assert.deepEqual(names(read('')), names(gone));
  });
});
