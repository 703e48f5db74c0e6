import assert from 'node:assert/strict';
import { scoresIn } from '../../server/src/core/scores.js';

function read(text: string): string[] {
  return scoresIn(text).map(({ start, end, first, second }) => `${text.slice(start, end)}: ${first}, ${second}`);
}

describe('the result of a match or a vote', () => {
  for (const [text, ...results] of [
    ['Kolvik beat Stavern 3–1 on Sunday.', '3–1: 3, 1'],
    ['The 3-1 win came late.', '3-1: 3, 1'],
    ['They won by three goals to nil.', 'three goals to nil: 3, 0'],
    ['It was carried by 4 votes to 3.', '4 votes to 3: 4, 3'],
    ['The court voted 7-2 to hear it.', '7-2: 7, 2'],
    ['Kolvik lost 2 to 3.', '2 to 3: 2, 3'],
    // A record, how it stood on the way, a range, a season, a time, an age.
    ['Kolvik (10-5, 4-4 away) led 3-1 at half-time.'],
    ['Kolvik took a 14-0 lead.'],
    ['They lost a 14-0 lead.'],
    ['They are 8-1 in games at home.'],
    ['They won in 10-12 weeks.'],
    ['They won from 9:30-11:45.'],
    ['They voted for two to three million crowns.'],
    ['She won 2 to 3 percent of the votes.'],
  ] as const) {
    it(text, () => assert.deepEqual(read(text), results));
  }
});
