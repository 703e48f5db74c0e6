import { checkFindings } from '../check.js';

const check = (source: string) => checkFindings(source, ['conflicting-place', 'conflicting-name']);

/** One sentence of two sources, with other words in its place. */
function checkPlaces(here: string, there: string): void {
  check(`-- a.txt --
Fourteen passengers of the ferry were treated for burns ${here} on Friday.
-- b.txt --
Fourteen passengers of the ferry were treated for burns ${there} on Friday.
`);
}

const marked = (words: string) => `[|${words}|]{conflicting-place}`;

describe('two places', () => {
  it('are told where neither lies in the other', () => {
    checkPlaces(`in ${marked('Athens')}`, `in ${marked('Dublin')}`);
    checkPlaces(`in ${marked('Athens')}`, `in ${marked('Norway')}`);
  });
  it('are told where their names begin alike', () => {
    checkPlaces(`in ${marked('Southampton')}`, `in ${marked('Southport')}`);
    checkPlaces(`in ${marked('Strand Road')}`, `in ${marked('Derby Road')}`);
  });
  it('are none where one is the country or the division of the other', () => {
    checkPlaces('in Athens', 'in Greece');
    checkPlaces('in Banda Aceh', 'in Aceh');
  });
  it('are told where the region behind the one is that of the other', () => {
    const most = 'A short strike of pilots left forty sheep on the quay';
    check(`-- a.txt --
${most} in ${marked('Oslo')}, Calif., while the mayor was at sea.
-- b.txt --
Forty sheep were left in San Diego, Calif., after a strike.
`);
  });
  it('are told where both are called like people', () => {
    check(`-- a.txt --
A rescue helicopter from ${marked('Sydney')} was called at noon to help with the search for the ferry.
-- b.txt --
A rescue helicopter from ${marked('Christchurch')} was called at noon to help with the search for the ferry.
`);
  });
  it('are told where a report of it has another town', () => {
    check(`-- a.txt --
Riots over the price of bread were reported in ${marked('Athens')} on Friday, the ministry said.
-- b.txt --
Riots over the price of bread were reported in ${marked('Dublin')} on Friday, the ministry said.
`);
  });
  it('are none where a text of the story names one beside the other', () => {
    check(`-- a.txt --
Fourteen passengers of the ferry were treated for burns in Brygga on Friday.
-- b.txt --
Fourteen passengers of the ferry were treated for burns in Kolvik on Friday.
-- c.txt --
Passengers of the ferry were treated for burns on Friday, the police said. The hospital stands in the Brygga section of old Kolvik.
`);
  });
  it('are none where one is no place: a body, people, what something is called after', () => {
    checkPlaces('at the Victim Services Unit', 'in Stavern');
    checkPlaces('by men from the Democrats', 'by men from Stavern');
    checkPlaces('in the Nixon relief drive', 'in Stavern');
  });
});

describe('two names', () => {
  it('are none where one is a person who is called like a town', () => {
    check(`-- a.txt --
Will Hatton has been to about 50 ports in seven years and wants to see 100 before the ferry sails without him.
-- b.txt --
The sailor, who is on his way through the Philippines, has been to nearly 50 ports in seven years and wants to see 100.

Will Hatton has been at sea since he was twelve.
`);
  });
  it('are none where the story writes them side by side: a town and its team', () => {
    check(`-- a.txt --
The captain won the cup of the coast with two Kolvik defenders hanging on him late in the match on Friday.
-- b.txt --
The captain won the cup of the coast with two Vikmarer defenders hanging on him late in the match on Friday.
-- c.txt --
It was a long day for the Kolvik Vikmarer, who lost the match.
`);
    check(`-- a.txt --
The captain won the cup of the coast with two [|Kolvik|]{conflicting-name} defenders hanging on him late in the match on Friday.
-- b.txt --
The captain won the cup of the coast with two [|Vikmarer|]{conflicting-name} defenders hanging on him late in the match on Friday.
`);
  });
  it('are none where one is a firm that is called after two', () => {
    check(`-- a.txt --
The mill of the council will be led by Brandt Lund after the vote on Friday. Helga Brandt will stay.
-- b.txt --
The mill of the council will be led by Erik Lund after the vote on Friday. Helga Brandt will stay.
`);
    check(`-- a.txt --
The mill of the council will be led by [|Anna Lund|]{conflicting-name} after the vote on Friday. Helga Brandt will stay.
-- b.txt --
The mill of the council will be led by [|Erik Lund|]{conflicting-name} after the vote on Friday. Helga Brandt will stay.
`);
  });
  it('are none where one is a unit', () => {
    check(`-- a.txt --
Nights in the tents of the camp by the mill fell to five degrees Celsius on Friday, the mayor said.
-- b.txt --
Nights in the tents of the camp by the mill fell to 41 degrees Fahrenheit on Friday, the mayor said.
`);
  });
  it('are none where a town stands for a body that sits there', () => {
    check(`-- a.txt --
Athens has warned that the ferry stands to lose its licence if no plan for the harbour is made by June.
-- b.txt --
The Harbour Commission has warned that the ferry could lose its licence if no plan for the harbour is made by June.
`);
    check(`-- a.txt --
The [|Bridge Council|]{conflicting-name} has warned that the ferry stands to lose its licence if no plan for the harbour is made by June.
-- b.txt --
The [|Harbour Commission|]{conflicting-name} has warned that the ferry could lose its licence if no plan for the harbour is made by June.
`);
  });
  it('are told of two people, though nothing says who they are', () => {
    check(`-- a.txt --
The whole of the coast waited for [|Tyler Brandt|]{conflicting-name} to make history in the race of the old ferries on Friday.
-- b.txt --
The whole of the coast waited for [|Keith Springer|]{conflicting-name} to make history in the race of the old ferries on Friday.
-- c.txt --
Captain Tyler Brandt won the race. Tyler Brandt is 54.
`);
  });
});
