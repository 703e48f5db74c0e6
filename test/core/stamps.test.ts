import assert from 'node:assert/strict';
import { calendarDatesIn } from '../../server/src/core/calendarDates.js';
import { isInDateline, isPublicationStamp } from '../../server/src/core/stamps.js';

describe('stamps of publication', () => {
  for (const text of [
    'April 16, 2013',
    'THURSDAY, MARCH 14, 2013, 12: 38 AM',
    'MAY 3, 2013 AT 1',
    'Sat Nov 12 2011',
    'Updated 5 minutes ago, the ferry company says',
    'December 15th, 2008 | 4 comments',
    'On board the Grey Goose, Port Lund, 4th March 1896.',
    'H.M.S. Lark, off Stavern Head, March 4, 1896',
  ]) {
    it(`is one: ${text}`, () => assert.ok(isPublicationStamp(text)));
  }
  for (const text of [
    'The ferry sank on 14 March 2013.',
    'Three men died on Friday',
    'Born on 4 Feb. 1887 at Szeged',
    'Sank on 14 March 2013.',
    'The Grey Goose left Port Lund, 4th March 1896.',
    'To the Council of the Free Port of Lund, 4th March 1896, came a letter.',
    'The trial may last two days.',
    'More than 50 firefighters fought the blaze, which broke out on the roof at about 2045 GMT on Friday.',
    'The risk was great, she said in an interview published in the Kolvik Herald on Wednesday, 14 March.',
    '',
  ]) {
    it(`is none: ${text}`, () => assert.ok(!isPublicationStamp(text)));
  }
});

describe('the date of a dateline', () => {
  const isOne = (text: string) => isInDateline(text, calendarDatesIn(text)[0]!);
  for (const text of [
    'KOLVIK, 14 March 2025 (NNP) – The council voted.',
    'HARLOW BAY, Kolvik, March 14 (NNP) – The council voted.',
    'LUND, March 14 - The council voted.',
    'ST. LUND, Tuesday — The council voted.',
    ' date 2021-03-14 (NNP) – The council voted.',
  ]) {
    it(`is one: ${text}`, () => assert.ok(isOne(text)));
  }
  for (const text of [
    'On 14 March 2025 (a Friday) – the council voted.',
    '14 March 2025 – the council voted.',
    'KOLVIK voted on 14 March 2025 for the harbour.',
    'KOLVIK, 14 March-16 April: the council voted.',
    'KOLVIK – The council voted. It met on 14 March – at last.',
    'NATO and the ministers of its members will meet in Kolvik on Friday, 14 March – at last.',
    'In KOLVIK, 14 March (a Friday) was a holiday.',
  ]) {
    it(`is none: ${text}`, () => assert.ok(!isOne(text)));
  }
});
