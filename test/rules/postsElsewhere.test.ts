import assert from 'node:assert/strict';
import { emptyManifest } from '../../server/src/analysis/manifest.js';
import { placed } from '../../server/src/core/document.js';
import { otherPostsIn } from '../../server/src/rules/postsElsewhere.js';
import { checkFindings } from '../check.js';
import { readFixture } from '../fixture.js';

const check = (...texts: string[]) =>
  checkFindings(texts.map((text, at) => `-- ${'abc'.charAt(at)}.txt --\n${text}\n`).join(''), ['conflicting-role']);

const role = (words: string) => `[|${words}|]{conflicting-role}`;

/** A pier that is closed, told freely by two; somebody in each is said to be something. */
const board = (who: string) =>
  `Divers have found holes in eleven piles of the pier of Kolvik. ${who} wants 40 crowns a boat for the repairs. The ferry Havfrue will go from Larvik until May.`;
const press = (who: string) =>
  `Until May the Havfrue sails from Larvik, for the pier at Kolvik has holes: eleven piles, the divers say. Mending them is dear, 40 crowns from every boat. So says ${who}.`;

describe('a post', () => {
  it('is told where all others put the name beside another, wherever that stands', () => {
    check(board(`The ${role('treasurer')}, Mr Aasen,`), press(`Nils Aasen, the ${role('county engineer')}`));
    check(board(`Their ${role('harbour master')} Nils Aasen`), press(`N. Aasen (${role('chairman')})`));
    check(board(`${role('Defence counsel')} Nils Aasen`), press(`the ${role('prosecutor')}, Nils Aasen`));
    check(board(`The ${role('second officer')}, Aasen,`), press(`the ${role('boatswain')}, Nils Aasen`));
  });
  it('is told behind a name with a form of address', () => {
    check(board(`Mr Aasen, the ${role('treasurer')},`), press(`Nils Aasen, the ${role('mayor')}`));
  });
  it('is told of a deputy whom all others call the holder', () => {
    check(board(`The ${role('mayor')}, Nils Aasen,`), press(`the ${role('deputy mayor')}, Nils Aasen`));
  });
  it('is none where it is the same, or another word for it', () => {
    check(board('The treasurer, Mr Aasen,'), press('Nils Aasen, treasurer'));
    check(board('The clerk, Mr Aasen,'), press('Nils Aasen, secretary'));
    check(board('The second officer, Aasen,'), press('the second mate, Nils Aasen'));
    check(board('The harbor master, Aasen,'), press('the harbour-master, Nils Aasen'));
  });
  it('is none of somebody else by that surname', () => {
    check(board('The treasurer, Olga Aasen,'), press('Nils Aasen, the mayor'));
  });
  it('is none of another time', () => {
    check(board('The former treasurer, Nils Aasen,'), press('Nils Aasen, the mayor'));
  });
  it('is none where either text puts the name beside both', () => {
    check(board('The treasurer, Nils Aasen,'), press('Nils Aasen, the mayor, who has been treasurer for years'));
    check(board('The treasurer, Nils Aasen, who is mayor as well,'), press('Nils Aasen, the mayor'));
    check(
      `${board('The treasurer, Nils Aasen,')} The boats, said the mayor, Nils Aasen, can wait.`,
      press('Nils Aasen, the mayor'),
    );
    check(board('The mayor, Nils Aasen, deputy mayor until May,'), press('the deputy mayor, Nils Aasen'));
  });
  it('is told of one text beside two who agree', () => {
    check(
      board('The treasurer, Nils Aasen,'),
      press(`Nils Aasen, the ${role('mayor')}`),
      'At Kolvik the divers found eleven piles with holes. The treasurer, Nils Aasen, has the Havfrue sail from Larvik, and asks 40 crowns.',
    );
  });
  it('is told of the others only where one text is the base', () => {
    const texts = [board('The treasurer, Mr Aasen,'), press('Nils Aasen, the mayor')];
    const fixture = readFixture(texts.map((text, at) => `-- ${'ab'.charAt(at)}.txt --\n${text}\n`).join(''));
    const corpus = fixture.corpus.withManifest({ ...emptyManifest, base: 'a.txt' });
    const told = ['a.txt', 'b.txt'].map((path) => {
      const document = corpus.document(path);
      assert.ok(document);
      return [...otherPostsIn(placed(document, 0), corpus)].length;
    });
    assert.deepEqual(told, [0, 1]);
  });
});
