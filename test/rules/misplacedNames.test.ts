import assert from 'node:assert/strict';
import { emptyManifest } from '../../server/src/analysis/manifest.js';
import { placed } from '../../server/src/core/document.js';
import { misplacedIn, misplacedNamesIn } from '../../server/src/rules/misplacedNames.js';
import { checkFindings, findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

const check = (source: string) => checkFindings(source, ['conflicting-place', 'conflicting-name']);

const place = (words: string) => `[|${words}|]{conflicting-place}`;
const name = (words: string) => `[|${words}|]{conflicting-name}`;

/** A pier that is closed, told freely by three; both people are known to all. */
function checkPier(first: string, second: string): void {
  check(`-- a.txt --
${first} ordered the pier closed on Friday after divers had found holes in eleven of its piles. Carl Berg, who fishes for crab from the trawler Havfrue, wants a subsidy for the fleet of Kolvik. Bergen paid 40 crowns a boat to Larvik and Stavern.
-- b.txt --
Nobody lands fish in Kolvik any more. Since divers found holes in the piles, eleven of them, the pier has been closed, on the order of ${second}. A subsidy is what the skipper of the Havfrue is asking for; boats in Larvik and Stavern get 40 crowns from Bergen.
-- c.txt --
Eleven piles have holes. The divers told the harbour master, Anna Lund, who had the pier closed. “Pay the fleet a subsidy,” said Carl Berg on his trawler. In Stavern and Larvik, he said, Bergen pays 40 crowns.
`);
}

/** What others may have in the place of names of the first text, likely or not: “name → reading”, with who has it. */
function rivals(here: string, ...others: string[]): string[] {
  const texts = [here, ...others].map((text, index) => `-- ${'abc'.charAt(index)}.txt --\n${text}\n`);
  const { corpus } = readFixture(texts.join(''));
  const document = corpus.document('a.txt');
  assert.ok(document);
  return misplacedIn(placed(document, 0), corpus)
    .flat()
    .map(({ place: { start, end }, reading, witnesses }) => {
      const paths = witnesses.map((one) => one.place.path.charAt(0));
      return `${document.text.slice(start, end)} → ${reading} (${paths.join('')})`;
    });
}

describe('a name of the story that stands where others have another', () => {
  it('is held against that by the words around it, in sentences that need not run parallel', () => {
    checkPier('Harbour master Anna Lund', `the harbour master, ${name('Carl Berg')}`);
  });
  it('and not where others tell the same of it', () => {
    checkPier('Harbour master Anna Lund', 'the harbour master, Anna Lund');
  });
  it('as a place, too', () => {
    check(`-- a.txt --
Both skiers were flown to the hospital in Stavern, where surgeons set the broken hip of the elder. The avalanche had come down above Kolvik at noon.
-- b.txt --
Above Kolvik the slope gave way at noon. A broken hip had to be set by the surgeons of the hospital in ${place('Kolvik')}, to which the skiers were flown.
-- c.txt --
The surgeons at the hospital in Stavern set a broken hip; the other skier flown there went home. It was noon when the avalanche buried them near Kolvik.
`);
  });
  it('and surely, where the sentences are reworded', () => {
    const found = check(`-- a.txt --
Both skiers were flown to the hospital in ${place('Stavern')}, where surgeons set the broken hip of Anna Lund. The avalanche had come down above Kolvik at noon. Carl Berg of the rescue service of Larvik, Nils Aasen and Olav Moe dug for 40 minutes.
-- b.txt --
Olav Moe, Carl Berg and Nils Aasen came from Larvik to dig, for 40 minutes. The slope above Kolvik had given way at noon. To the hospital in ${place('Larvik')} both skiers were flown: surgeons there had a broken hip to set, that of Anna Lund.
`);
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['information', 'information'],
    );
  });
  it('is held against the likelier of two that others have', () => {
    const inn = (names: string) => `\n\nAt the inn, ${names} sang.`;
    const { corpus } = readFixture(`-- a.txt --
Harbour master Anna Lund ordered the pier closed on Friday after divers had found holes in eleven of its piles. Carl Berg, who fishes for crab from the trawler Havfrue, wants a subsidy for the fleet of Kolvik. Bergen paid 40 crowns a boat to Larvik and Stavern.${inn('Olav Moe')}
-- b.txt --
Nobody lands fish in Kolvik any more. Since divers found holes in the piles, eleven of them, the pier has been closed, on the order of the harbour master, Carl Berg. A subsidy is what the skipper of the Havfrue is asking for; boats in Larvik and Stavern get 40 crowns from Bergen.${inn('Anna Lund, or Olav Moe,')}
-- c.txt --
Eleven piles have holes. The divers told the harbour master, Olav Moe, who had the pier closed. “Pay the fleet a subsidy,” said Carl Berg on his trawler. In Stavern and Larvik, he said, Bergen pays 40 crowns.${inn('Anna Lund')}
`);
    const document = corpus.document('b.txt');
    assert.ok(document);
    const told = [...misplacedNamesIn(placed(document, 0), corpus, 'person', () => true)];
    assert.deepEqual(
      told.map(({ message }) => message.split(':')[0]),
      ['“Carl Berg” here; “Olav Moe” in c'],
    );
  });
});

describe('a person of the story may stand where others have another', () => {
  const locked = (name: string) =>
    `The keys of the mill went to the harbour master, ${name}, who locked it on Friday. Nils Aasen owns the ferry Havfrue.`;
  const there =
    'Harbour master Anna Lund locked the mill on Friday and kept the keys. The ferry Havfrue is owned by Nils Aasen.';
  it('by the words around both', () => {
    assert.deepEqual(rivals(locked('Carl Berg'), there), ['Carl Berg → Anna Lund (b)']);
  });
  it('unless others tell the same of him', () => {
    const too = 'Harbour master Carl Berg locked the mill on Friday and kept the keys, too.';
    assert.deepEqual(rivals(locked('Carl Berg'), `${there} ${too}`), []);
  });
  it('unless the text tells the same of the other', () => {
    const too = 'Harbour master Anna Lund had locked the mill on Thursday and kept the keys.';
    assert.deepEqual(rivals(`${locked('Carl Berg')} ${too}`, there), []);
  });
  it('unless he stands beside the other', () => {
    const met = (name: string) =>
      `The new harbour master, Carl Berg, met ${name} at the inn. Nils Aasen owns the Havfrue.`;
    assert.deepEqual(rivals(met('her brother'), there), ['Carl Berg → Anna Lund (b)']);
    assert.deepEqual(rivals(met('Anna Lund'), there), []);
  });
  it('unless it is the name in another spelling', () => {
    assert.deepEqual(rivals(locked('Carl Lundh'), there), []);
  });
  it('unless either may be a town, or is a word', () => {
    assert.deepEqual(rivals(locked('Mr Midnight'), there), []);
    assert.deepEqual(rivals(locked('Mr Bradford'), there), []);
    assert.deepEqual(rivals(locked('Carl Berg'), there.replace('Anna Lund', 'Bradford')), []);
  });
  it('and no ship', () => {
    const ship =
      'The Havfrue locked the mill on Friday and kept the keys of the harbour master. Nils Aasen has a ferry.';
    assert.deepEqual(rivals(locked('Carl Berg'), ship), []);
  });
  it('unless the words are of another sentence, or few', () => {
    const beside = (sentence: string) => `Carl Berg came to Kolvik. ${sentence} Nils Aasen owns the ferry Havfrue.`;
    assert.deepEqual(rivals(beside('The harbour master locked the mill on Friday and kept the keys.'), there), []);
    const apart = (text: string) => text.replace('. ', '.\n\n');
    const bees = (day: string) =>
      `Carl Berg of the old inn by the river and the new church at the end of the long road to the bay was ill on ${day}.\n\nNils Aasen owns the Havfrue and the mill.`;
    assert.deepEqual(rivals(bees('Friday'), apart(there)), []);
  });
  it('unless they stand hardly nearer to the one than to the other', () => {
    const friday = 'Carl Berg was there on Friday. Nils Aasen owns the ferry Havfrue.';
    const ferry = 'The ferry Havfrue is owned by Nils Aasen.';
    assert.deepEqual(rivals(friday, `Anna Lund came on Friday. ${ferry}`), ['Carl Berg → Anna Lund (b)']);
    assert.deepEqual(rivals(friday, `Carl Berg was at it on Friday, and at it with Anna Lund. ${ferry}`), []);
  });
  it('unless one of them says it, or both do', () => {
    const said = (name: string) =>
      `The keys of the mill went to the harbour master, said ${name}, who locked it on Friday. Nils Aasen owns the ferry.`;
    assert.deepEqual(rivals(said('Carl Berg'), there), []);
    const told = 'The harbour master locked the mill on Friday and kept the keys, Anna Lund told all. Nils Aasen left.';
    assert.deepEqual(rivals(locked('Carl Berg'), told.replace('told all', 'too')), ['Carl Berg → Anna Lund (b)']);
    assert.deepEqual(rivals(locked('Carl Berg'), told), []);
    assert.deepEqual(rivals(said('Carl Berg'), there.replace('Anna Lund', 'Olav Moe, said Anna Lund,')), []);
  });
  it('unless both are of a list', () => {
    const list = (names: string) => `On Friday ${names} got the keys of the mill and locked it. Nils Aasen left.`;
    const other = (names: string) => `${names} locked the mill on Friday and kept the keys. Nils Aasen left.`;
    assert.deepEqual(rivals(list('Carl Berg'), other('Anna Lund')), ['Carl Berg → Anna Lund (b)']);
    assert.deepEqual(rivals(list('Carl Berg and Olav Moe'), other('Anna Lund and Inger Dahl')), []);
  });
  it('of those who tell so, the ones who tell it nearly as well', () => {
    const well =
      'The harbour master, Anna Lund, who has the keys, locked the mill on Friday. Nils Aasen sailed on the Havfrue.';
    const ill =
      'Nils Aasen sailed on the Havfrue. On Friday Anna Lund was asked why, and said nothing of the mill to anybody.';
    assert.deepEqual(rivals(locked('Carl Berg'), there, well), ['Carl Berg → Anna Lund (bc)']);
    assert.deepEqual(rivals(locked('Carl Berg'), there, ill), ['Carl Berg → Anna Lund (b)']);
  });
  it('and not where both are examples', () => {
    const among = (words: string, one: string) =>
      `The keys of the mill went to ${words} ${one}, who locked it on Friday. Nils Aasen owns the ferry Havfrue.`;
    const other = (words: string, one: string) =>
      `On Friday the mill was locked by ${words} ${one}, who kept the keys. The ferry Havfrue is owned by Nils Aasen.`;
    const source = (here: string, text: string) => `-- a.txt --\n${here}\n-- b.txt --\n${text}\n`;
    check(source(among('the harbour master,', name('Carl Berg')), other('the harbour master,', name('Anna Lund'))));
    check(source(among('men such as', 'Carl Berg'), other('men such as', 'Anna Lund')));
  });
  it('and not in the base text', () => {
    const fixture = readFixture(`-- a.txt --\n${locked('Carl Berg')}\n-- b.txt --\n${there}\n`);
    const corpus = fixture.corpus.withManifest({ ...emptyManifest, base: 'a.txt' });
    const paths = findingsOf({ ...fixture, corpus }, ['conflicting-name']).map(({ path }) => path);
    assert.deepEqual(paths, ['b.txt']);
  });
});

describe('a place of the story may stand where others have another', () => {
  const flown = (town: string, after = 'the elder') =>
    `Both skiers were flown to the hospital in ${town}, where surgeons set the broken hip of ${after}. The avalanche came down above Kolvik.`;
  const set = (town: string) =>
    `A broken hip was set by the surgeons of the hospital in ${town}, to which the skiers were flown. The avalanche came down above Kolvik.`;
  it('by the words around both', () => {
    assert.deepEqual(rivals(flown('Stavern'), set('Larvik')), ['Stavern → Larvik (b)']);
    assert.deepEqual(rivals(flown('Paris'), set('Berlin')), ['Paris → Berlin (b)']);
  });
  it('unless one is a country, a street, or has the other', () => {
    assert.deepEqual(rivals(flown('Norway'), set('Berlin')), []);
    assert.deepEqual(rivals(flown('Lund Street'), set('Larvik')), []);
    assert.deepEqual(rivals(flown('Dover'), set('Kent')), []);
    assert.deepEqual(rivals(flown('Kent'), set('Dover')), []);
  });
  it('unless the one may lie in the other, or nobody knows where one is', () => {
    assert.deepEqual(rivals(flown('Oxford'), set('Reading')), []);
    assert.deepEqual(rivals(flown('Ullevik'), set('Berlin')), []);
    assert.deepEqual(rivals(flown('Berlin'), set('Ullevik')), []);
  });
  it('unless people are from the one', () => {
    const came =
      'Both skiers, who came from Larvik, went to the hospital, where surgeons set a broken hip. The avalanche came down above Kolvik.';
    assert.deepEqual(rivals(came.replace('from', 'to'), set('Stavern')), ['Larvik → Stavern (b)']);
    assert.deepEqual(rivals(came, set('Stavern')), []);
  });
});
