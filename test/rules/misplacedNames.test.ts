import { checkFindings } from '../check.js';

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
});
