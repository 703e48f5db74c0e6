import assert from 'node:assert/strict';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

/** What any rule says of how these sources differ; hints of wording and spelling are no accusations. */
function said(...texts: string[]): string[] {
  const fixture = readFixture(texts.map((text, at) => `-- ${'abcde'.charAt(at)}.txt --\n${text}\n`).join(''));
  return findingsOf(fixture)
    .filter(({ finding: { rule, severity } }) => {
      return ['conflict', 'quotation', 'wording'].includes(rule.family) && severity !== 'hint';
    })
    .map(({ path, finding }) => `${path} ${finding.rule.code}: ${finding.message}`);
}

const STORY = 'The ferry Aurora left the harbour of Kolvik on Friday with ninety passengers for the island of Lund';

describe('what is no conflict between sources', () => {
  const silent: Readonly<Record<string, readonly string[]>> = {
    'a span of years, and the year it began': [
      'She visits the island of Kolvik for the first time in 24 years, the office of the mayor said on Tuesday.',
      'She visits the island of Kolvik for the first time since 2000, the office of the mayor said on Tuesday.',
    ],
    'two measures': [
      'The port of Kolvik has sent five million shells to the front since August, the ministry said on Monday.',
      'The port of Kolvik has sent 11,000 containers to the front since August, the ministry said on Monday.',
    ],
    'by how much, and from where': [
      'A permit for the harbour of Kolvik will go up by £7 to £42 a year, the council said on Friday.',
      'A permit for the harbour of Kolvik will rise from £35 to £42 a year, the council said on Friday.',
    ],
    'two events told alike': [
      'The ferry Aurora left Kolvik on Monday with 90 people on board. The Aurora was late, the harbour master said.',
      'The ferry Borea left Kolvik on Tuesday with 75 people on board. The Borea was late, the harbour master said.',
    ],
    'a share and a count': [
      `${STORY}, and 40 percent of them were children.`,
      `${STORY}, and 36 of them were children.`,
    ],
    'the heads of two records of one series': [
      'INTERVIEW 14: Anna Lund, born 1928, weaver\nRecorded at Kolvik on 9 March 1994 by S. Kemp\n\nLUND: We stopped the looms of the mill on a Monday, and it was quiet.',
      'INTERVIEW 31: Carl Berg, born 1919, fixer\nRecorded at Stavern on 22 June 1995 by S. Kemp\n\nBERG: They stopped the looms of the mill in the spring, and it was quiet.',
    ],
    'two units': [
      'The ferry Aurora ran on a reef 25 miles off the harbour of Kolvik on Friday evening.',
      'The ferry Aurora ran on a reef 40 kilometres off the harbour of Kolvik on Friday evening.',
    ],
    'two scales of heat': [
      'Nights in the tents of the camp at Kolvik fell to 5 degrees Celsius on Friday, the mayor said.',
      'Nights in the tents of the camp at Kolvik fell to around 41 degrees Fahrenheit on Friday, the mayor said.',
      'Nights in the tents of the camp at Kolvik fell to 5 °C on Friday, the mayor said.',
    ],
    'a rounded number': [
      'The fire in the harbour of Kolvik destroyed 4,987 barrels of oil on Friday night.',
      'The fire in the harbour of Kolvik destroyed nearly 5,000 barrels of oil on Friday night.',
      'The fire in the harbour of Kolvik destroyed thousands of barrels of oil on Friday night.',
    ],
    'a number within a range': [
      'The storm sank 25 boats in the harbour of Kolvik on Friday night, the police said.',
      'The storm sank between 20 and 30 boats in the harbour of Kolvik on Friday night, the police said.',
      'The storm sank dozens of boats in the harbour of Kolvik on Friday night, the police said.',
      'The storm sank more than 20 boats in the harbour of Kolvik on Friday night, the police said.',
    ],
    'dialect and style': [
      'Mr. Lund, a spokesman for the defense program of Kolvik, said the organization would honor it on Friday.',
      'Mr Lund, a spokesperson for the defence programme of Kolvik, said the organisation would honour it on Friday.',
    ],
    'what one leaves out': [
      `${STORY}, the captain, Petter Lund, said. Nobody was hurt.`,
      'The ferry Aurora left the harbour on Friday with passengers for the island, the captain said.',
      `${STORY}.`,
    ],
    'a part of a count': [
      'The fire brigade of Kolvik saved eleven tenants of the house on Quay Street, among them two children.',
      'The fire brigade of Kolvik saved two children of the house on Quay Street.',
    ],
    'identical lines': [`${STORY}.`, `${STORY}.`, `${STORY}.`],
    'when a page was made': [
      `Published: 18 June 2024, 10:02\n\n${STORY}.`,
      `Updated: 19 June 2024, 07:45\n\n${STORY}.`,
      `KOLVIK, June 20, 2024 (NNP) – ${STORY}.`,
    ],
    'a weekday and its date': [
      'KOLVIK, 14 March 2025 (NNP) – The council of Kolvik voted for the new harbour on Thursday.',
      'KOLVIK, 15 March 2025 (NNP) – The council of Kolvik voted for the new harbour on 13 March.',
    ],
    'a place in another': [
      'The minister opened the new harbour in Bergen on Friday, the office said.',
      'The minister opened the new harbour in Norway on Friday, the office said.',
    ],
    'one person under two names': [
      'Foreign Minister Petter Lund visited the harbour of Kolvik on Friday.',
      'The foreign minister, Lund, visited the harbour of Kolvik on Friday.',
      'The minister visited the harbour of Kolvik on Friday.',
    ],
    'two denials': [
      'The council of Kolvik did not approve the plan for the new harbour on Friday.',
      'The council of Kolvik rejected the plan for the new harbour on Friday.',
    ],
  };
  for (const [name, texts] of Object.entries(silent)) it(name, () => assert.deepEqual(said(...texts), []));
});

describe('what is no other quotation', () => {
  const silent: Readonly<Record<string, readonly string[]>> = {
    'one cut at its end, in its middle with dots, or at its beginning': [
      '“We will rebuild the old harbour wall before the winter storms come, and nobody will pay for it,” she said.',
      '“We will rebuild the old harbour wall before the winter storms come,” said Ann Berg.',
      '“We will rebuild the old harbour wall … and nobody will pay for it,” said the mayor.',
      'The mayor promised to “rebuild the old harbour wall before the winter storms come”.',
    ],
    'one in other marks, case and spelling': [
      '“We’ll rebuild the harbour wall in 11 days,” she said.',
      'She said, "we will rebuild the harbor wall in eleven days."',
      '« We will rebuild the harbour wall in eleven days », said Ann Berg.',
    ],
    'one with words in brackets': [
      '“We will rebuild it before the winter storms come to Kolvik,” she said.',
      '“We will rebuild [the harbour wall] before the winter storms come to Kolvik,” said Ann Berg.',
    ],
    'a saying': [
      '“Where there is smoke there is fire,” said Ann Berg.',
      'Carl Lind laughed. “Where there is smoke there is fire,” he said of another house.',
    ],
    'another on the same law': [
      '“The Kolvik Harbour Renewal Act will bring work to the town,” said Ann Berg.',
      '“The Kolvik Harbour Renewal Act did nothing for us,” said Carl Lind.',
    ],
  };
  for (const [name, texts] of Object.entries(silent)) it(name, () => assert.deepEqual(said(...texts), []));
});

describe('what is no wrong word', () => {
  const silent: Readonly<Record<string, readonly string[]>> = {
    'honest paraphrase': [
      'A ferry with ninety passengers struck a reef near the harbour on Tuesday evening and began to take in water. Three fishing boats reached the ship before the rescue vessel and took the passengers aboard. Nobody was hurt, the police said.',
      'Ninety people were rescued on Tuesday evening after their boat hit a reef close to the port. Fishermen in three boats took them off before the coast guard arrived. There were no injuries, according to the police.',
    ],
    'one odd word in the prose of a person': [
      'The council of Kolvik vetoed the plan for the new harbour on Friday, and the mayor left the hall at once.',
      'The council of Kolvik blocked the plan for the new harbour on Friday, and the mayor left the hall at once.',
    ],
    'terms of a field': [
      'The tumour was a malignant growth. A neural network was trained by supervised learning on a random sample.',
    ],
    'translations of one letter': [
      `To the most reverend lord Anselm, by the grace of God Bishop of Tournai, Brother Hugh, unworthy Prior of Saint-Vaast, sends greeting and obedience.\n\nYour grace asks how our house has fared since the flood. Know then that on the Thursday before Easter the river rose by night and carried away the mill, the bridge and the greater part of the barn, with sixty bushels of wheat. Two of the brethren, Gerard and Thierry, were drowned as they sought to save the horses. The church was not harmed, for the water came only to the third step.\n\nThe Count has promised us twenty oaks from his forest, but his steward will not deliver them I beseech you to write to the Count, for his steward fears neither God nor prior.\n\nWe are now nineteen, where we were two and twenty. Brother Simon has gone to Arras and will not come back. Send us, if it please you, seed corn before the feast of All Saints. Given at Saint-Vaast, on the morrow of Saint John, in the year of our Lord 1184.`,
      `Hugo, unworthy prior of St Vaast, to the most reverend Lord Anselm, Bishop of Tournai by God’s grace: greetings and obedience.\n\nYou ask, Father, how things have gone with us since the flood. On Maundy Thursday the river rose during the night and swept away the mill and the bridge and most of our barn, together with sixty measures of wheat. Two brothers, Gerhard and Dietrich, drowned while trying to rescue the horses. The church took no harm; the water rose no higher than the third step.\n\nThe Count promised us twenty oak trees out of his forest. His steward, however, refuses to hand them over. I beg you to write to the Count, for the man fears neither God nor prior.\n\nThere are nineteen of us now, whereas before there were twenty-two. Brother Simon went to Arras and will not return. Please send us seed grain before All Saints’ Day. Given at St Vaast, 25 June 1184.`,
      `Hugh, unworthy prior of Saint-Vaast, to the very reverend lord Anselme, bishop of Tournai by the grace of God, greeting and obedience.\n\nYou enquire how we have been since the flood. On Holy Thursday, in the night, the river rose and bore off the mill, the bridge and the better part of the barn with sixty bushels of corn in it. Two of our brothers, Gérard and Thierry, perished in the water when they wished to save the horses. The church suffered nothing, since the water stopped at the third step.\n\nTwenty oaks from his forest did the count promise us; but his steward does not give them. Write to the count, I beg you: his steward is afraid of neither God nor prior.\n\nWe were twenty-two and are nineteen. Brother Simon went away to Arras; he will not come back. If it please you, send us seed-corn before All Saints. Written at Saint-Vaast the day after St John’s, 1184.`,
    ],
    'synonyms in a retelling of three': [
      'The keeper of the lighthouse closed the door and walked down to the shore, where a small boat was waiting.',
      'The keeper of the lighthouse shut the door and went down to the beach, where a little boat was waiting.',
      'The lighthouse keeper closed the door and walked to the shore. A small boat was waiting there.',
    ],
  };
  for (const [name, texts] of Object.entries(silent)) it(name, () => assert.deepEqual(said(...texts), []));
});
