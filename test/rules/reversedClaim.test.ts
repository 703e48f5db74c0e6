import { checkFindings } from '../check.js';

const check = (source: string) => checkFindings(source, ['reversed-claim']);

describe('a claim that another source denies', () => {
  it('is told where nothing but the “not” differs', () => {
    check(`-- a.txt --
The council of Kolvik did [|not approve|]{reversed-claim} the plan for the new harbour on Friday.
-- b.txt --
The council of Kolvik did [|approve|]{reversed-claim} the plan for the new harbour on Friday.
`);
  });
  it('is told beside a “no” that only says how much', () => {
    check(`-- a.txt --
The old mill of Kolvik was [|harmed|]{reversed-claim}, for the water came only to the third step of the stairs.
-- b.txt --
The old mill of Kolvik took [|no harm|]{reversed-claim}; the water came no higher than the third step of the stairs.
`);
  });
  it('is told of opposites before one noun, however the sentences are worded', () => {
    check(`-- a.txt --
The pilot of the old ferry was carried ashore at Kolvik with a deep wound in his [|left|]{reversed-claim} shoulder.
-- b.txt --
In the harbour of Kolvik they brought the pilot ashore. He was bleeding from a wound in the [|right|]{reversed-claim} shoulder.
`);
    check(`-- a.txt --
Sales of timber [|rose|]{reversed-claim} by 7 per cent because the sawmills of Kolvik were busy.
-- b.txt --
Those of timber [|declined|]{reversed-claim} 7%, as the sawmills of Kolvik were busy.
`);
    check(`-- a.txt --
The dam of Kolvik holds back three lakes, the [|largest|]{reversed-claim} of them 12 kilometres long.
-- b.txt --
Of the three lakes that lie behind the dam of Kolvik the [|smallest|]{reversed-claim} is 12 kilometres long.
`);
  });
  it('is told where the one word is the end of the other', () => {
    check(`-- a.txt --
In December 1998 a young [|woman|]{reversed-claim} died when she was hit by a block of the old ferry of Kolvik.
-- b.txt --
In 1998 a young [|man|]{reversed-claim} died after he was struck by a block of the old ferry of Kolvik.
`);
  });
  it('is none where a prefix has a hyphen, or none', () => {
    check(`-- a.txt --
The council of Kolvik passed a non-binding resolution on the harbour after the long debate of Friday.
-- b.txt --
After Friday's debate on the harbour a nonbinding resolution was passed by the council of Kolvik.
`);
  });
  it('is none where one of the texts speaks of both', () => {
    check(`-- a.txt --
The pilot of the old ferry was carried ashore at Kolvik with a deep wound in his left shoulder.
-- b.txt --
In the harbour of Kolvik they brought the pilot ashore. He was bleeding from a wound in the right shoulder. The left shoulder was broken.
`);
    check(`-- a.txt --
Sales of timber rose by 7 per cent because the sawmills of Kolvik were busy.
-- b.txt --
Those of paper declined 9%, as the sawmills of Kolvik were busy.
`);
  });
  it('is told where both have another denial', () => {
    check(`-- a.txt --
The new keeper is sober, & can [|not read|]{reversed-claim}, which he counts no fault in a pilot.
-- b.txt --
The new keeper is sober and can [|read|]{reversed-claim}, which he counts no fault in a pilot.
`);
  });
  it('is none where both say both, in another order', () => {
    check(`-- a.txt --
A reading below 50 tells of storms off Kolvik, while a reading above that means calm water.
-- b.txt --
A reading above 50 means calm water off Kolvik, while a reading below that tells of storms.
`);
    check(`-- a.txt --
A reading [|above|]{reversed-claim} 50 tells of storms off the harbour of Kolvik.
-- b.txt --
A reading [|below|]{reversed-claim} 50 tells of storms off the harbour of Kolvik.
`);
  });
  it('is none where both speak of both before one noun, in another order', () => {
    check(`-- a.txt --
The school of Kolvik has won six cups since 1990: in boys' and girls' sailing and in boys' chess.
-- b.txt --
Since 1990 six cups have been won by the school of Kolvik, in boys' sailing, girls' sailing and boys' chess.
`);
  });
  it('is none where a line ended behind “non-”', () => {
    check(`-- a.txt --
Most of the old mills on the river of Kolvik were non- operative, the mayor said.
-- b.txt --
Most of the old mills on the river of Kolvik are inoperative, the mayor said.
`);
  });
  it('is none where “nor” goes on with what the other denies with “or”', () => {
    check(`-- a.txt --
The search of the mill has not found barrels of old gunpowder or significant traces of a secret cellar.
-- b.txt --
Barrels of old gunpowder have not been found in the search of the mill, nor has significant trace of a secret cellar.
`);
    check(`-- a.txt --
Nobody had asked the captain, [|nor had the mayor|]{reversed-claim} of Kolvik approved the plan for the new harbour.
-- b.txt --
Nobody had asked the captain, and [|the mayor|]{reversed-claim} of Kolvik had approved the plan for the new harbour.
`);
  });
  it('is none where one of them asks', () => {
    check(`-- a.txt --
The plan for the new harbour of Kolvik is worth more than the old mill.
-- b.txt --
Isn’t the plan for the new harbour of Kolvik worth more than the old mill?
`);
    check(`-- a.txt --
A harbour that is silted up to its walls cannot stand for long.
-- b.txt --
A harbour that is silted up to its walls, how will it stand for long?
`);
  });
  it('is told where both say it, and a question follows', () => {
    check(`-- a.txt --
The council of Kolvik did [|not approve|]{reversed-claim} the plan for the new harbour on Friday. Why?
-- b.txt --
The council of Kolvik did [|approve|]{reversed-claim} the plan for the new harbour on Friday. Why?
`);
  });
  it('is none where the “not” ends a clause, and another begins', () => {
    check(`-- a.txt --
When you see the old ferry lying in the harbour of Kolvik where it ought not (let the pilot take note), leave the quay at once.
-- b.txt --
When you see the old ferry lying in the harbour of Kolvik by the mill (let the pilot take note), leave the quay at once.
`);
    check(`-- a.txt --
Nobody knows the hour of the storm on the coast, not even the keeper of the lighthouse, nor the pilot, but only the mayor.
-- b.txt --
Nobody knows the hour of the storm on the coast, not even the keeper of the lighthouse, but the mayor only.
`);
  });
  it('is none where two denials are one claim', () => {
    check(`-- a.txt --
There is no keeper who has left his lighthouse on the coast who will not receive a new house in Kolvik.
-- b.txt --
Every keeper who has left his lighthouse on the coast will receive a new house in Kolvik.
`);
  });
  it('is none where the “not” only says how late', () => {
    check(`-- a.txt --
The harbour board of Kolvik expects to open the new bridge in the second half of 2025, the mayor said.
-- b.txt --
The harbour board of Kolvik does not expect to open the new bridge before the second half of 2025, the mayor said.
`);
  });
  it('is told where both say how late', () => {
    check(`-- a.txt --
The harbour board of Kolvik [|expects|]{reversed-claim} to open the new bridge before the second half of 2025, the mayor said.
-- b.txt --
The harbour board of Kolvik does [|not expect|]{reversed-claim} to open the new bridge before the second half of 2025, the mayor said.
`);
  });
  it('is none where the other rules it out', () => {
    check(`-- a.txt --
The pilots of Kolvik would not join any council that included the owners of the ferry, they said on Friday.
-- b.txt --
The pilots of Kolvik ruled out joining any council that included the owners of the ferry on Friday.
`);
  });
  it('is none where one states what was before, and the other what came after', () => {
    check(`-- a.txt --
The shares of the ferry rose to 11.42 crowns from 11.55 before the vote of the council of Kolvik.
-- b.txt --
The shares of the ferry rose to 11.42 crowns after the vote of the council of Kolvik.
`);
  });
  it('is told where one votes for and the other against it', () => {
    check(`-- a.txt --
Two of the seven members of the board voted [|for|]{reversed-claim} leaving the rate unchanged on Friday.
-- b.txt --
Two of the seven members of the board voted [|against|]{reversed-claim} leaving the rate unchanged on Friday.
`);
  });
  it('is none where one scores for his own and against the others', () => {
    check(`-- a.txt --
In the last match of the season Petter Lund of Kolvik scored 23 points for the Mariners on Friday.
-- b.txt --
In the last match of the season Petter Lund of Kolvik scored 23 points against the Saints on Friday.
`);
  });
  it('is told where one loses it and where all do', () => {
    check(`-- a.txt --
The pilot said that [|no|]{reversed-claim} captain will lose his licence without compensation.
-- b.txt --
The pilot said that [|every|]{reversed-claim} captain will lose his licence without compensation.
`);
  });
  it('is told where one amount is reached by rising and by falling', () => {
    check(`-- a.txt --
Shares of the ferry [|rose|]{reversed-claim} to 4.6 crowns, the highest price since October 2022, after the vote.
-- b.txt --
The price of the shares of the old ferry of Kolvik [|fell|]{reversed-claim} to 4.6 crowns, its highest since October 2022.
`);
  });
  it('is told where one thing comes before here and after there', () => {
    check(`-- a.txt --
The captain of the ferry telephoned the mayor [|before|]{reversed-claim} the vote of the council of Kolvik.
-- b.txt --
The captain of the ferry telephoned the mayor [|after|]{reversed-claim} the vote of the council of Kolvik.
`);
  });
  it('is none where both say what is to be prevented', () => {
    check(`-- a.txt --
The pilots take the ferry past the reef of Kolvik, and she will not strike the old mole.
-- b.txt --
The pilots take the ferry past the reef of Kolvik lest she strike the old mole.
`);
    check(`-- a.txt --
The office asks the council of Kolvik to ensure the works did not harm the birds of the coast.
-- b.txt --
The office asks the council of Kolvik about works that could harm the birds of the coast.
`);
  });
  it('is none where two amounts rose and fell', () => {
    check(`-- a.txt --
The shares of the harbour company have risen by 2.5% to 410 crowns on Friday.
-- b.txt --
The shares of the harbour company have fallen by 3.1% to 388 crowns on Friday.
`);
  });
  it('is told where one amount rose and fell', () => {
    check(`-- a.txt --
The shares of the harbour company have [|risen|]{reversed-claim} by 2.5% after the vote on Friday.
-- b.txt --
The shares of the harbour company have [|fallen|]{reversed-claim} by 2.5% after the vote on Friday.
`);
  });
  it('is none where “up” and “down” belong to two verbs', () => {
    check(`-- a.txt --
The chimney of the old mill on the Serre was blown up in 1938.
-- b.txt --
The chimney of the old mill on the Serre came down in 1938, blown up by the army.
`);
    check(`-- a.txt --
The harbour company set up the mill in 1938 with the help of the abbey.
-- b.txt --
The harbour company tore down the mill in 1938 with the help of the abbey.
`);
  });
  it('is told where the same went up and down, and where it is up and was down', () => {
    check(`-- a.txt --
Shares of the harbour company went [|up|]{reversed-claim} by two percent after the vote on Friday.
-- b.txt --
Shares of the harbour company went [|down|]{reversed-claim} by two percent after the vote on Friday.
`);
    check(`-- a.txt --
The number of ships in the harbour is [|up|]{reversed-claim} by two percent, the firm said on Friday.
-- b.txt --
The number of ships in the harbour was [|down|]{reversed-claim} by two percent, the firm said on Friday.
`);
    check(`-- a.txt --
Sales of the harbour company [|up|]{reversed-claim} two percent in the year, the firm said on Friday.
-- b.txt --
Sales of the harbour company [|down|]{reversed-claim} two percent in the year, the firm said on Friday.
`);
  });
  it('is none where what is not there was cancelled', () => {
    check(`-- a.txt --
A storm cut the power of many homes on Wednesday night.

Ferries to the Skerrin islands were cancelled until Friday, and the railway line between Eskmouth and Kolvik was blocked by fallen trees for eleven hours.
-- b.txt --
A storm cut the power of many homes late on Wednesday.

Trees fell on the line to Kolvik, which was closed until Thursday morning. There will be no ferry to the Skerrin islands before Friday.
`);
  });
  it('is told where nothing of the kind was cancelled', () => {
    check(`-- a.txt --
The police of Kolvik found [|survivors|]{reversed-claim} in the wreck of the old ferry on Friday.
-- b.txt --
The police of Kolvik found [|no survivors|]{reversed-claim} in the wreck of the old ferry on Friday.
`);
  });
  it('is marked with the small words before what is denied', () => {
    check(`-- a.txt --
The two sailors, who suffered burns to the face and the hands, were [|not in danger|]{reversed-claim}, the mayor of Kolvik said.
-- b.txt --
The injured sailors, who had burns to the face and the hands, were [|in danger|]{reversed-claim}.
`);
  });
  it('is told of a phrase that stands elsewhere in the sentence', () => {
    check(`-- a.txt --
A spokesman of the mill, Nils Aasen, said the roof was insured and that [|nobody had been sleeping|]{reversed-claim} in the loft.
-- b.txt --
Two [|men had been sleeping|]{reversed-claim} in the loft and the roof was insured, the spokesman of the mill, Nils Aasen, said.
`);
  });
  it('is told of a clause that goes on in the same words, whatever else the longer sentence says', () => {
    check(`-- a.txt --
His client had [|never dealt|]{reversed-claim} in boats of a military kind, said a lawyer for Mr Aasen, Lise Holm, and would take the case to the court in Kolvik.
-- b.txt --
He has [|dealt|]{reversed-claim} in boats of a military kind, Holm said.
`);
  });
  it('is none of two people who were at one place', () => {
    check(`-- a.txt --
Ms Aasen, who was not at the school at the time of the flood, came to Kolvik on Sunday with her brother.
-- b.txt --
A choir of forty children sang in the school at the time of the flood.
`);
  });
  it('is told where what is denied denies by itself', () => {
    check(`-- a.txt --
She said she would talk to the Greens on Monday and [|ruled|]{reversed-claim} out any pact with the League of Kolvik.
-- b.txt --
She has [|not ruled|]{reversed-claim} out any pact with the League of Kolvik, and on Monday talks to the Greens.
`);
  });
  it('is none where “but not” leaves the verb to be understood', () => {
    check(`-- a.txt --
The keeper saved his books but not his boats, and left Kolvik.
-- b.txt --
The keeper of Kolvik got his books ashore, but his boats were broken.
`);
  });
  it('is told of opposites before what both hold it against', () => {
    check(`-- a.txt --
The water, which stood at 14 metres in May, remains [|below|]{reversed-claim} the mark of the old bridge.
-- b.txt --
The water fell to 14 metres in May and is still [|above|]{reversed-claim} the mark of the old bridge.
`);
  });
  it('is told of opposites behind “too”', () => {
    check(`-- a.txt --
The keeper, Mr Aasen, accused the council of Kolvik of closing the gates of the dam too [|late|]{reversed-claim}, which the mayor denied.
-- b.txt --
Keeper Aasen blamed the town council for closing the gates of the dam too [|early|]{reversed-claim}.
`);
  });
  const denied = (a: string, b: string) => check(`-- a.txt --\n${a}\n-- b.txt --\n${b}\n`);
  const mark = (words: string) => `[|${words}|]{reversed-claim}`;
  it('is told right before what is denied, where the words around it are the same', () => {
    const guards = 'The guards at the harbour did';
    denied(
      `${guards} ${mark('not open')} the old gate for the pilots of Kolvik on Friday.`,
      `${guards} ${mark('open')} the old gate when the flood had reached the mill.`,
    );
    denied(
      `${guards} not even open the old gate for the pilots of Kolvik on Friday.`,
      `${guards} even open the old gate when the flood had reached the mill.`,
    );
  });
  it('is none where the words around it differ, or the texts tell other things', () => {
    denied(
      'The pilots whom the mayor did not invite came to the harbour on Friday with a letter.',
      'After the mayor had to invite them, the pilots came to the harbour with forty oars, two dogs and a flag.',
    );
    const search = 'after a long search off the reef';
    denied(
      `The police of Kolvik did ${mark('not arrest')} the captain, the mayor said late on Friday.`,
      `The police of Kolvik did ${mark('arrest')} the captain ${search}.`,
    );
    denied(
      'The police of Kolvik did not arrest the captain, the mayor said late on Friday.',
      `The police of Kolvik did arrest the captain ${search} by divers and dogs.`,
    );
    denied(
      'His client had never dealt in boats of a military kind, said a lawyer, and would take the case to the court, where the mill, the ferry, two old bridges, the harbour wall and the tower of the chapel had all been sold since the flood of that winter to a bank.',
      'He has dealt in boats of a military kind.',
    );
  });
  it('is none of what stands elsewhere with other words behind it, or stands there twice', () => {
    const nobody =
      'A spokesman of the mill, Nils Aasen, said the roof was insured and that nobody had been sleeping in the loft.';
    const said = 'and the roof was insured, the spokesman of the mill, Nils Aasen, said.';
    denied(nobody, `Two men had been sleeping in the yard ${said}`);
    denied(
      nobody.replace('that nobody had been sleeping', `that ${mark('nobody had been sleeping')}`),
      `Two ${mark('men had been sleeping')} in the loft ${said}`,
    );
    denied(nobody, `Two men had been sleeping in the loft and one was sleeping, ${said}`);
  });
  it('is none where the very next word calls it off', () => {
    denied(
      'There was no search off the reef of Kolvik on Friday in the storm, the police said.',
      'Search cancelled off the reef of Kolvik on Friday in the storm, the police said.',
    );
  });
  it('is told behind “but never” where both go on in the same way, or end', () => {
    const came = 'The mayor of Kolvik came to the harbour of the pilots';
    denied(`${came} but ${mark('never signed')} the letter.`, `${came} and ${mark('signed')} the letter.`);
    denied(`${came} but ${mark('never signed')}.`, `${came} and ${mark('signed')}.`);
  });
  it('is none where opposites are held against two things', () => {
    const stood = 'The water at Kolvik, which stood at 14 metres in May,';
    denied(`${stood} remains below the mark of the mill.`, `${stood} is still above the roof of the mill.`);
  });
});
