import assert from 'node:assert/strict';
import { foldSpelling } from '../../server/src/core/spellings.js';

describe('the spellings of one word', () => {
  const pairs = `
    organise organize · organised organized · organises organizes · organiser organizer · organising organizing
    organisation organization · organisations organizations · recognisable recognizable
    analyse analyze · analysed analyzed · analyses analyzes · analyser analyzer · analysing analyzing
    harbour harbor · harbours harbors · harboured harbored · harbouring harboring · honourable honorable
    favourite favorite · favourites favorites · colourful colorful · colourless colorless
    neighbourly neighborly · neighbourhood neighborhood · neighbourhoods neighborhoods
    labourer laborer · labourers laborers · behaviourist behaviorist · behaviourists behaviorists
    centre center · defence defense · dialogue dialog · catalogues catalogs · programme program · programmes programs
    travelled traveled · travelling traveling · traveller traveler · travellers travelers`;
  for (const pair of pairs.split(/[·\n]/).filter((one) => one.trim())) {
    const [british = '', american = ''] = pair.trim().split(' ');
    it(`${british} = ${american}`, () => assert.equal(foldSpelling(british), foldSpelling(american)));
  }

  for (const [one, other] of [
    ['four', 'for'],
    ['tour', 'tor'],
  ] as const) {
    it(`${one} ≠ ${other}`, () => assert.notEqual(foldSpelling(one), foldSpelling(other)));
  }
});
