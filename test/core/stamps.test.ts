import assert from 'node:assert/strict';
import { isPublicationStamp } from '../../server/src/core/stamps.js';

describe('stamps of publication', () => {
  for (const text of [
    'April 16, 2013',
    'THURSDAY, MARCH 14, 2013, 12: 38 AM',
    'MAY 3, 2013 AT 1',
    'Sat Nov 12 2011',
    'Updated 5 minutes ago, the ferry company says',
    'December 15th, 2008 | 4 comments',
  ]) {
    it(`is one: ${text}`, () => assert.ok(isPublicationStamp(text)));
  }
  for (const text of [
    'The ferry sank on 14 March 2013.',
    'Three men died on Friday',
    'The trial may last two days.',
    'More than 50 firefighters fought the blaze, which broke out on the roof at about 2045 GMT on Friday.',
    'The risk was great, she said in an interview published in the Kolvik Herald on Wednesday, 14 March.',
    '',
  ]) {
    it(`is none: ${text}`, () => assert.ok(!isPublicationStamp(text)));
  }
});
