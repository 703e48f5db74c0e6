import { checkFindings } from '../check.js';

/** Two sources that print these words between their marks, each in the middle of one sentence. */
function check(here: string, there: string, code: string): void {
  const said = (words: string, by: string) => `“The old ferry of the island ${words} on the west pier,” ${by}.`;
  const marked = [said(here, 'said Ann Berg'), said(there, 'she said')].map((text) =>
    text.replace('|]', `|]{${code}}`),
  );
  checkFindings(`-- a.txt --\n${marked[0]}\n-- b.txt --\n${marked[1]}\n`, ['altered-quotation', 'respelled-quotation']);
}

describe('the words of a quotation in other letters', () => {
  const respelled: [string, string][] = [
    ['is [|anti-war|] art', 'is [|antiwar|] art'],
    ['was sold to the [|U.S|]. in spring', 'was sold to the [|United States|] in spring'],
    ['was sold to [|the US|] in spring', 'was sold to [|United States|] in spring'],
    ['was sold to [|IBM|] in spring', 'was sold to [|International Business Machines|] in spring'],
    ['and its [|POWs|] lay', 'and its [|Prisoners Of War|] lay'],
    ['and the [|trip’s|] over and lay', 'and the [|trip is|] over and lay'],
    ['and the [|Trip’s|] begun and lay', 'and the [|trip has|] begun and lay'],
    ['and those [|who’d|] seen it lay', 'and those [|who had|] seen it lay'],
    ['and the [|TRIP’S|] over and lay', 'and the [|TRIP IS|] over and lay'],
    ['and [|O’Neill’s|] over and lay', 'and [|O’Neill is|] over and lay'],
    ['and those [|who’d|] seen it lay', 'and those [|who HAD|] seen it lay'],
    ['of [|O’Neill|] lay', 'of [|ONeill|] lay'],
    ['was [|of the Sudan|] and lay', 'was [|of Sudan|] and lay'],
    ['was [|of al-Ghani|] and lay', 'was [|of Ghani|] and lay'],
    ['of @[|Lund’s|] boats lay', 'of [|AtLund’s|] boats lay'],
    ['is [|rose-white or|] lily-white', 'is [|rose- or|] lily-white'],
    ['of the [|1990’s|] lay', 'of the [|1990s|] lay'],
    ['of [|Osama|] lay', 'of [|Usama|] lay'],
    ['of the [|men’s|] boats lay', 'of the [|mens|] boats lay'],
    ['was [|there, and|] lay', 'was [|there and|] lay'],
    ['was [|there; and|] lay', 'was [|there, and|] lay'],
    ['was [|there (and|] nowhere else) and lay', 'was [|there and|] nowhere else and lay'],
    ...'Jan January Feb February Mar March Apr April Jun June Jul July Aug August Sept September Oct October Nov November Dec December'
      .match(/\w+ \w+/g)!
      .map((pair): [string, string] => {
        const [short, long] = pair.split(' ');
        return [`was sold on [|${short}|]. 4 and lay`, `was sold on [|${long}|] 4 and lay`];
      }),
  ];
  for (const [here, there] of respelled) {
    it(`are a hint: ${here} ≈ ${there}`, () => check(here, there, 'respelled-quotation'));
  }

  const same: [string, string][] = [
    ['was there – and lay', 'was there—and lay'],
    ['was there – and lay', 'was there -- and lay'],
    ['was there – and lay', 'was there--and lay'],
    ['was there - and lay', 'was there – and lay'],
    ['wasn’t there and lay', 'wasn‘t there and lay'],
    ['Was There and lay', 'was there and lay'],
    ['was ‘there’ and lay', 'was there and lay'],
    ['had 11, 000 lamps and lay', 'had 11,000 lamps and lay'],
    ['had 11 lamps .. and lay', 'had 11 lamps and lay'],
  ];
  for (const [here, there] of same) it(`are nothing: ${here} = ${there}`, () => check(here, there, ''));

  it('are nothing: initials with stops and without at the end', () => {
    checkFindings(
      '-- a.txt --\n“We sold it to the U.S.,” said Ann Berg.\n-- b.txt --\n“We sold it to the US,” she said.\n',
      ['altered-quotation', 'respelled-quotation'],
    );
  });

  const altered: [string, string][] = [
    ['was sold to [|IBM|] in spring', 'was sold to [|International Banking|] in spring'],
    ['was sold to [|IB|] in spring', 'was sold to [|Internationals|] in spring'],
    ['was sold to [|Ibm|] in spring', 'was sold to [|International Business Machines|] in spring'],
    ['was sold on [|May|] 4 and lay', 'was sold on [|March|] 4 and lay'],
    ['was sold on [|Mars|] 4 and lay', 'was sold on [|March|] 4 and lay'],
    ['was sold on [|Septemb|] 4 and lay', 'was sold on [|September|] 4 and lay'],
    ['and [|I|] lay', 'and [|Ireland|] lay'],
    ['was sold by [|Mar|] and lay', 'was sold by [|Marchmont|] and lay'],
    ['and the [|trip’s|] over and lay', 'and the [|trip was|] over and lay'],
    ['of the [|peer|] lay', 'of the [|poor|] lay'],
    ['of [|Bode|] lay', 'of [|Bude|] lay'],
  ];
  for (const [here, there] of altered) {
    it(`are told of: ${here} ≠ ${there}`, () => check(here, there, 'altered-quotation'));
  }
});
