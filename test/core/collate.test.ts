import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { collate, type Likeness, type Slot } from '../../server/src/core/collate.js';
import { wordsIn } from '../../server/src/core/tokens.js';

/** The alignment as two rows, as CollateX prints it: agreements once, what differs in brackets. */
function table(a: string, b: string, likeness?: Likeness): string {
  return collate(a, b, likeness)
    .map((slot) => {
      const [x, y] = [
        slot.a ? a.slice(slot.a.start, slot.a.end) : '–',
        slot.b ? b.slice(slot.b.start, slot.b.end) : '–',
      ];
      return slot.kind === 'same' ? x : slot.kind === 'moved' ? `<${x}>` : `[${x} | ${y}]`;
    })
    .join(' ');
}

describe('collation of two passages', () => {
  const cases: [a: string, b: string, expected: string][] = [
    ['for the first day in 24 years', 'for the first time in 24 years', 'for the first [day | time] in 24 years'],
    [
      'The organisation of the programme, he said.',
      'The organization of the program he said',
      'The [organisation | organization] of the [programme | program] he said',
    ],
    [
      'He has pledged to build systems',
      'He pledged to build a system',
      'He [has | –] pledged to build [– | a] [systems | system]',
    ],
    [
      'US pressure, blackmail, and military threats',
      'US economic stress, blackmail, and challenges',
      'US [pressure | economic stress] blackmail and [military threats | challenges]',
    ],
    [
      'The ferry left the harbour at dawn',
      'At dawn the ferry left the harbour',
      '[– | At dawn] The ferry left the harbour [at dawn | –]',
    ],
    ['', 'Only here', '[– | Only here]'],
    [
      'a long-time friend to discuss',
      'a long-time ally, where both are expected to discuss',
      'a long time [friend | ally] [– | where both are expected] to discuss',
    ],
    ['to isolate Moscow', 'have isolated Moscow', '[to | have] [isolate | isolated] Moscow'],
    ['O’Neill’s 1,200 men', "O'Neill's 1,300 men", 'O’Neill’s [1,200 | 1,300] men'],
  ];
  for (const [a, b, expected] of cases) {
    it(`${a} / ${b}`, () => {
      const wanted = expected.replace(
        '[– | At dawn] The ferry left the harbour [at dawn | –]',
        'The ferry left the harbour <at dawn>',
      );
      assert.equal(table(a, b), wanted);
    });
  }

  it('sets words of like meaning against each other, whatever differs beside them', () => {
    const close = ['pressure stress', 'threats challenges', 'impede hinder', 'intentions ambitions'];
    const likeness: Likeness = (a, b) => (close.some((pair) => [`${a} ${b}`, `${b} ${a}`].includes(pair)) ? 0.6 : 0);
    assert.equal(
      table('US pressure, blackmail, and military threats', 'US economic stress, blackmail, and challenges', likeness),
      'US [– | economic] [pressure | stress] blackmail and [military | –] [threats | challenges]',
    );
    assert.equal(
      table(
        'Western intentions to impede the rise of an order',
        'Western ambitions that seek to hinder an order',
        likeness,
      ),
      'Western [intentions | ambitions] [– | that seek] to [impede | hinder] [the rise of | –] an order',
    );
  });

  it('sets numbers against numbers', () => {
    assert.equal(
      table('He fired 11 of the old rockets', 'He fired some 12 rockets'),
      'He fired [– | some] [11 | 12] [of the old | –] rockets',
    );
  });

  it('tells inflection from spelling', () => {
    const kinds = (a: string, b: string) => collate(a, b).map(({ kind }) => kind);
    assert.deepEqual(kinds('isolate', 'isolated'), ['inflected']);
    assert.deepEqual(kinds('making', 'make'), ['inflected']);
    assert.deepEqual(kinds('defence', 'defense'), ['respelled']);
    assert.deepEqual(kinds('University', 'Universtiy'), ['respelled']);
    assert.deepEqual(kinds('alarm', 'concern'), ['substituted']);
  });

  it('accounts for each word of both sides once, on every parallel pair of the seeds', () => {
    const pairs = JSON.parse(readFileSync('test/gold/parallels.json', 'utf8')) as {
      a: { text: string };
      b: { text: string };
    }[];
    for (const { a, b } of pairs) {
      const slots = collate(a.text, b.text);
      assertEachOnce(
        a.text,
        slots.map((slot) => slot.a),
      );
      assertEachOnce(
        b.text,
        slots.map((slot) => slot.b),
      );
    }
  });

  it('is the same from both sides', () => {
    const [a, b] = [
      'Mr Putin is set to visit Vietnam to discuss trade',
      'Putin is expected to visit Vietnam, where trade will be discussed',
    ];
    const there = collate(a, b)
      .filter(({ kind }) => kind === 'same')
      .map((slot) => slot.a!.start);
    const back = collate(b, a)
      .filter(({ kind }) => kind === 'same')
      .map((slot) => slot.b!.start);
    assert.deepEqual(there, back);
  });
});

function assertEachOnce(text: string, spans: readonly (Slot['a'] | undefined)[]): void {
  for (const word of wordsIn(text)) {
    const holders = spans.filter((span) => span && span.start <= word.start && word.end <= span.end);
    assert.equal(holders.length, 1, `“${word.text}” in “${text}”`);
  }
}
