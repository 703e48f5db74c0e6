import assert from 'node:assert/strict';
import { checkFindings } from '../check.js';

const codes = ['misspelled-word'];

/** Two texts that tell one thing in words of their own, and more that both have, so that they are read as one story. */
const check = (here: string, there: string, more = '') =>
  checkFindings(
    `-- a.txt --\n${here} The mayor of Tarnholt thanked the firemen of the valley for their work.\n` +
      `-- b.txt --\nFew had been told of it. ${there} The mayor of Tarnholt had thanked the firemen of the valley.${more}`,
    codes,
  );

const tiles = 'In the night the storm had torn many tiles off the roof of the school; pupils were sent home at ten.';

describe('a word that looks like the one that its sentence asks for and that others have there', () => {
  it('is reported in a sentence that is told otherwise, with the place of the other word as evidence', () => {
    const [finding] = check(
      'The storm tore many [|files|]{misspelled-word} off the roof of the school, and the pupils were sent home.',
      tiles,
    );
    assert.ok(finding);
    assert.equal(finding.severity, 'information');
    assert.deepEqual(finding.suggestions, ['tiles']);
    assert.deepEqual(
      finding.evidence?.map(({ path, text }) => ({ path, text })),
      [{ path: 'b.txt', text: 'tiles' }],
    );
    assert.match(finding.message, /“files” is a word.*“tiles”.*in b: “In the night/);
  });

  it('is left alone where another source has it, too, and where the text has it again', () => {
    const slip = 'The storm tore many files off the roof of the school, and the pupils were sent home.';
    check(slip, tiles, ' His files were lost.');
    check(`${slip} The files were lost.`, tiles);
  });

  it('is left alone in quotations', () => {
    check('He said: “The storm tore many files off the roof of the school, and the pupils were sent home.”', tiles);
  });

  it('is left alone where nothing beside it stands beside the other word', () => {
    check(
      'The storm tore many files off the roof of the school, and the pupils were sent home.',
      'In the night the storm had torn many trees out of the yard of the school; the tiles held, and pupils were sent home at ten.',
    );
  });

  it('is right where it suits its sentence', () => {
    check(
      'The old horse of the farm stood in the yard behind the barn all winter.',
      'All winter the old house of the farm had stood in the yard, behind the barn.',
    );
    check(
      'The old farmer filled in the form at the counter of the office and signed it.',
      'The old farmer had left the farm to his son and signed it over at the counter.',
    );
    check(
      'The crowd stood in the rain as the mayor read the list of the dead.',
      'The crowd at the main square stood as the mayor read the list of the dead.',
    );
    check(
      'The pilot was fond of the old plane and of the lake below it.',
      'The pilot could find of the old plane nothing but a wing in the lake below it.',
    );
    check(
      'The choir sang the slow psalm in the chapel on the hill at Easter.',
      'At Easter the choir sat under the palm in the old chapel on the hill.',
    );
  });

  it('is told once where it is no word at all', () => {
    check(
      'The storm tore many [|tilse|]{misspelled-word} off the roof of the school, and the pupils were sent home.',
      tiles,
    );
  });

  it('is no slip where both are of one stem', () => {
    check(
      'At dawn the baker sold warm bread to the miner at the door of the bakery.',
      'At dawn the baker of the mine sold warm bread at the door of the bakery to the mine.',
    );
  });
});
