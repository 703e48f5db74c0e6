import assert from 'node:assert/strict';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

/** One weaver’s life, told freely by eight, with a sentence of each put in. */
const lives = [
  (line: string) =>
    `The weaver Solveig Brandt, who has died, taught half of Norway to card wool. ${line} Her pupil Nils Aasen has the looms now.\n\nShe came from Larvik. Her father Olaf Brandt sailed to Riga and Danzig, and brought her flax.`,
  (line: string) =>
    `Wool was all that Solveig Brandt cared for. ${line} She leaves her looms to Nils Aasen, and to the museum nothing.\n\nTo Larvik, where she was a child, ships brought flax from Danzig and from Riga; Olaf Brandt was a mate on one. All Norway wears her cloth.`,
  (line: string) =>
    `Half of Norway has cards of wool from the hand of Solveig Brandt. ${line} Nils Aasen, once her pupil, inherits.\n\nOlaf, her father, was at sea, in Riga or in Danzig. She was at home in Larvik.`,
  ...[
    'Looms stood in every room of Solveig Brandt, weaver. Riga and Danzig had sent flax to her father Olaf. Larvik gave her a street, Norway a medal, and Nils Aasen his youth.',
    'Nils Aasen wept in Larvik. All that Norway knows of carding came from Solveig Brandt, whose father, Olaf, knew Danzig and Riga better than his own hearth.',
    'Who carded wool in Norway before her? Few did. Solveig Brandt, a mate’s child (Olaf was on the Riga run, and went to Danzig too), left Larvik at nineteen and Nils Aasen at ninety.',
    'From Danzig and Riga came flax, from Olaf Brandt a daughter, Solveig. Norway wove as she did. Nils Aasen weaves so still, and not only in Larvik.',
    'It was Nils Aasen who told Larvik. Then Norway knew: Solveig Brandt is dead. Olaf Brandt, sailor to Danzig, to Riga, had a daughter who sat still.',
  ].map((life) => (line: string) => `${life} ${line}`),
];

/** What is told of the first of these lives, hints aside. */
function told(...lines: string[]): string[] {
  return toldIn(lines.map((line, at) => lives[at]?.(line) ?? ''));
}

/** The same of whole texts. */
function toldIn(texts: readonly string[]): string[] {
  const source = texts.map((text, at) => `-- ${'abcdefgh'.charAt(at)}.txt --\n${text}\n`);
  return findingsOf(readFixture(source.join('')))
    .filter(
      ({ path, finding: { rule, severity } }) =>
        path === 'a.txt' && /^conflicting-(?:number|date)$/.test(rule.code) && severity !== 'hint',
    )
    .map(({ finding: { message } }) => message.split(': “')[0] ?? '');
}

describe('a figure that nobody else gives', () => {
  it('is held against the one that a sentence about the same gives, which need not run parallel', () => {
    assert.deepEqual(
      told(
        'To the school of weaving that she ran in Kolvik came 340 girls.',
        'In Kolvik she had a school of weaving, and girls came there in their hundreds, 430 by her own count.',
      ),
      ['“340” here; “430” in b'],
    );
    assert.deepEqual(
      told(
        'The school of weaving at Kolvik, which she opened in 1951, was the first that took women.',
        'When no school of weaving would take women, she opened one herself at Kolvik; that was in 1961.',
      ),
      ['“1951” here; “1961” in b'],
    );
    assert.deepEqual(
      told(
        'Her school of weaving in Kolvik opens for visitors on June 10.',
        'Visitors can see the school of weaving in Kolvik from June 17.',
      ),
      ['“June 10” here; “June 17” in b'],
    );
  });
  it('and not where another text has it', () => {
    assert.deepEqual(
      told(
        'To the school of weaving that she ran in Kolvik came 340 girls.',
        'In Kolvik she had a school of weaving, and girls came there in their hundreds, 430 by her own count.',
        'Of the girls whom she taught to weave at Kolvik, and there were 340, six still do.',
      ),
      [],
    );
  });
  it('and not where the text has that of the others, too', () => {
    assert.deepEqual(
      told(
        'To the school of weaving that she ran in Kolvik came 340 girls. With those of Stavern there were 430.',
        'In Kolvik she had a school of weaving, and girls came there in their hundreds, 430 by her own count.',
      ),
      [],
    );
  });
  it('and not where both may be true', () => {
    assert.deepEqual(
      told(
        'To the school of weaving that she ran in Kolvik came more than 400 girls.',
        'In Kolvik she had a school of weaving, and girls came there in their hundreds, 430 by her own count.',
      ),
      [],
    );
    assert.deepEqual(
      told(
        'The road to her school of weaving in Kolvik was 40 miles long.',
        'It was a road of 64 kilometres to her school of weaving in Kolvik.',
      ),
      [],
    );
    const road = (miles: string) => `The road to her school of weaving in Kolvik was ${miles} miles long.`;
    assert.deepEqual(told(road('2.7'), 'It was two miles by road to her school of weaving in Kolvik.'), [
      '“2.7” here; “two” in b',
    ]);
    assert.deepEqual(told(road('2.4'), 'It was two miles by road to her school of weaving in Kolvik.'), []);
  });
  it('and not where it is the sum of what the other counts', () => {
    assert.deepEqual(
      told(
        'To the school of weaving that she ran in Kolvik came 340 pupils.',
        'In Kolvik she had a school of weaving, where 310 girls and 30 boys were her pupils.',
      ),
      [],
    );
  });
  it('and not where one counts more than the other', () => {
    const came = (who: string) => `To the school of weaving that she ran in Kolvik came ${who}.`;
    const there =
      'In Kolvik she had a school of weaving, and girls came there in their hundreds, 430 girls by her count.';
    assert.deepEqual(told(came('340 girls from Stavern'), there), ['“340” here; “430” in b']);
    assert.deepEqual(told(came('340 girls and boys'), there), []);
    assert.deepEqual(told(came('340 girls and stayed'), there), ['“340” here; “430” in b']);
    assert.deepEqual(told(came('340 more girls'), there), []);
  });
  it('and not where one is since when, the other until when', () => {
    const opened = 'there was a school of weaving in Kolvik, the first that took women.';
    assert.deepEqual(told(`From 1951 ${opened}`, `From 1961 ${opened}`), ['“1951” here; “1961” in b']);
    assert.deepEqual(told(`Since 1951 ${opened}`, `Until 1961 ${opened}`), []);
  });
  it('nor the other way round', () => {
    const there = (count: string) =>
      `Girls in their hundreds came to the school of weaving she ran in Kolvik, ${count} girls by her own count.`;
    const own = 'To the school of weaving that she ran in Kolvik came 310 girls, and then another 30.';
    assert.deepEqual(told(own, there('430')), ['“310” here; “430” in b']);
    assert.deepEqual(told(own, there('340')), []);
  });
  it('and not where the one is for a year, the other for a month', () => {
    const came = (often: string) => `To the school of weaving that she ran in Kolvik came 340 girls ${often}.`;
    const there = 'In Kolvik she had a school of weaving, and girls came there in their hundreds, 430 girls a year.';
    assert.deepEqual(told(came('a year'), there), ['“340” here; “430” in b']);
    assert.deepEqual(told(came('a month'), there), []);
  });
  it('and not where it is told of two things', () => {
    const own = (name: string) => `${name} taught 340 girls to weave wool in Kolvik. Then ${name} burnt.`;
    const there = (name: string) =>
      `${name} was where girls learned to weave wool in Kolvik, 430 of them; now ${name} is a shop.`;
    assert.deepEqual(told(own('Havtun'), there('Havtun')), ['“340” here; “430” in b']);
    assert.deepEqual(told(own('Havtun'), there('Solbakk')), []);
  });
  it('and not where the texts are of other times', () => {
    const own = 'To the school of weaving that she ran in Kolvik came 340 girls.';
    const there =
      'In Kolvik she had a school of weaving, and girls came there in their hundreds, 430 by her own count.';
    const reported = (day: string, another: string) =>
      toldIn([`LARVIK, ${day}, 2023 – ${lives[0]?.(own)}`, `LARVIK, ${another}, 2023 – ${lives[1]?.(there)}`]);
    assert.deepEqual(reported('March 14', 'March 15'), ['“340” here; “430” in b']);
    assert.deepEqual(reported('March 14', 'June 20'), []);
  });
  it('and not where each heads a record of its own', () => {
    const recorded = (head: string, other: string) =>
      toldIn([
        `${head}\n\nher school of weaving in Kolvik opens for visitors on June 10\n\n${lives[0]?.('')}`,
        `${other}\n\nvisitors can see the school of weaving in Kolvik from June 17\n\n${lives[1]?.('')}`,
      ]);
    assert.deepEqual(recorded('Interview', 'Interview'), ['“June 10” here; “June 17” in b']);
    assert.deepEqual(recorded('Interview 4', 'Interview 5'), []);
  });
  it('and where many tell the story, only beside two who give the other', () => {
    const own = 'To the school of weaving that she ran in Kolvik came 340 girls.';
    const other =
      'In Kolvik she had a school of weaving, and girls came there in their hundreds, 430 by her own count.';
    const many = ['', '', '', '', ''];
    assert.deepEqual(told(own, other, ...many, ''), []);
    assert.deepEqual(
      told(own, other, ...many, 'Girls, 430 of them, learned weaving in the school that she ran in Kolvik.'),
      ['“340” here; “430” in h and b'],
    );
  });
  it('and not where the sentences are about something else', () => {
    assert.deepEqual(
      told(
        'To the school of weaving that she ran in Kolvik came 340 girls.',
        'Her first patron, a shipowner, ordered 430 blankets from her.',
      ),
      [],
    );
  });
});
