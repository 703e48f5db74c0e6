import assert from 'node:assert/strict';
import { placed } from '../../server/src/core/document.js';
import { exchangesIn } from '../../server/src/rules/exchangedNames.js';
import { checkFindings } from '../check.js';
import { readFixture } from '../fixture.js';

const check = (source: string) => checkFindings(source, ['conflicting-place', 'conflicting-name']);

/** Two short lives of one weaver, told freely, with a sentence of each put in. */
function checkLives(here: string, there: string): void {
  check(`-- a.txt --
The weaver Solveig Brandt, who has died at ninety, taught half of Norway to card wool. ${here} Her pupil Nils Aasen has the looms now.
-- b.txt --
Wool was all that Solveig Brandt cared for. ${there} She leaves her looms to Nils Aasen, and to the museum nothing.
`);
}

/** What the second of two texts may have in the place of names of the first, likely or not. */
function rivals(here: string, there: string): string[] {
  const { corpus } = readFixture(`-- a.txt --\n${here}\n-- b.txt --\n${there}\n`);
  const document = corpus.document('a.txt');
  assert.ok(document);
  return exchangesIn(placed(document, 0), corpus).flatMap((all) => all.map(({ reading }) => reading));
}

const place = (words: string) => `[|${words}|]{conflicting-place}`;
const name = (words: string) => `[|${words}|]{conflicting-name}`;

describe('a name that nobody else has', () => {
  it('is held against the one that a sentence about the same has, which need not run parallel', () => {
    checkLives(
      `In 1951 she opened a school of weaving in ${place('Kolvik')}, the first that took women.`,
      `After the war, in 1951, came the school of weaving in ${place('Stavern')}, which she ran until she was eighty.`,
    );
    checkLives(
      `From 1951 on she ran a school of weaving with ${name('Karen Lund')}, who kept the books.`,
      `The books of the school of weaving, which opened in 1951, she ran with ${name('Anna Berg')} at her side.`,
    );
  });
  it('and not where the text has that of the others, too', () => {
    const there = 'The school of weaving in Stavern was that of Nils Aasen.';
    assert.deepEqual(rivals('Nils Aasen opened a school of weaving in Kolvik. He died in Stavern.', there), []);
  });
  it('and not where another text has it', () => {
    const there = 'The school of weaving in Stavern was that of Nils Aasen.';
    const third = '\n-- c.txt --\nNils Aasen was no friend of weaving. The people of Kolvik will miss the school.';
    assert.deepEqual(rivals('Nils Aasen opened a school of weaving in Kolvik.', there + third), []);
  });
  it('and not where the text has it again', () => {
    const there = 'The school of weaving in Stavern was that of Nils Aasen.';
    assert.deepEqual(rivals('Nils Aasen opened a school of weaving in Kolvik.', there), ['Stavern']);
    assert.deepEqual(rivals('Nils Aasen opened a school of weaving in Kolvik. He left Kolvik.', there), []);
  });
  it('and not where it is a bearer’s, and no place', () => {
    const there = 'The school of weaving in Stavern was that of Nils Aasen.';
    assert.deepEqual(rivals('Nils Aasen weaves in Kolvik’s school of weaving.', there), []);
  });
  it('and not beside another spelling of it', () => {
    const there = (town: string) => `The school of weaving in ${town} was that of Nils Aasen.`;
    assert.deepEqual(rivals('Nils Aasen opened a school of weaving in Kolvik.', there('Stavern')), ['Stavern']);
    assert.deepEqual(rivals('Nils Aasen opened a school of weaving in Kolvik.', there('Kaldvik')), ['Kaldvik']);
    assert.deepEqual(rivals('Nils Aasen opened a school of weaving in Kolvik.', there('Kollvik')), []);
  });
  it('and not in a list, of which each text may leave some out', () => {
    checkLives(
      'In 1951 she opened schools of weaving in Kolvik and Larvik, the first that took women.',
      'After the war, in 1951, came the schools of weaving in Stavern and Horten, which she ran until she was eighty.',
    );
  });
  it('and not of two who say it', () => {
    checkLives(
      'The school of weaving of 1951 was the first that took women, said Karen Lund.',
      'The school of weaving of 1951 was the first that took women, says Anna Berg.',
    );
  });
  it('and not of two who hold other offices', () => {
    const here = 'Nils Aasen ran the school of weaving of 1951 with the mayor, Karen Lund, who kept the books.';
    const there = (role: string) =>
      `The books of the school, which opened in 1951, Nils Aasen left to the ${role}, Anna Berg.`;
    assert.deepEqual([rivals(here, there('mayor')), rivals(here, there('vicar'))], [['Anna Berg'], []]);
  });
});
