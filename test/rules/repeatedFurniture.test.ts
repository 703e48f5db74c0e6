import assert from 'node:assert/strict';
import { foldingRanges } from '../../server/src/features/foldingRanges.js';
import { parallels } from '../../server/src/analysis/parallels.js';
import { checkFindings, findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

// Three texts of stories of their own; no two share more than a long word or so.
const FERRY =
  'The steamer Corinna went down at midnight beyond the lighthouse, carrying forty passengers, several crates of porcelain, letters, livestock and eleven sailors, while neighbours watched helplessly from their windows until morning brought silence, wreckage and questions for the harbour master.';
const PENSION =
  'Parliament rejected a proposal to lower the pension age, although economists had warned ministers that growing deficits would frighten investors; opposition leaders demanded fresh elections, unions announced strikes across mining districts, and banks quietly raised their lending rates again.';
const GALAXY =
  'Astronomers photographed a distant galaxy whose spiral arms appear twisted backwards. Their telescope, built inside an extinct volcano, gathered faint infrared light during eighteen winters, revealing clouds of hydrogen, newborn stars and perhaps an invisible companion drifting through surrounding darkness.';
const STORIES = [FERRY, PENSION, GALAXY];

/** The texts, each with something around it. */
function texts(around: (story: string, index: number) => string, stories: readonly string[] = STORIES): string {
  return stories.map((story, index) => `-- ${index}.txt --\n${around(story, index)}`).join('\n');
}

const marked = (line: string) => `[|${line}|]{repeated-furniture}`;

describe('a line at the edge of texts that have nothing in common', () => {
  it('is furniture at the head and at the foot, whatever it says', () => {
    const box = 'Get our stories in your pocket: ask for the Gazette at the kiosk, every morning of the week.';
    checkFindings(texts((story) => `${marked('The Harbour Gazette Online')}\n\n${story}\n\n${marked(box)}`));
  });

  it('is kept from all other rules, and from none without the corpus', () => {
    const line = 'Gazette, the the voice of of our our harbour';
    checkFindings(texts((story) => `${story}\n\n${marked(line)}`));
    const alone = findingsOf(readFixture(`${FERRY}\n\n${line}`)).map(({ finding }) => finding.rule.code);
    assert.deepEqual(alone, ['repeated-word', 'repeated-word', 'repeated-word']);
  });

  it('is text again as soon as too few hold it, and furniture when enough do', () => {
    const { corpus } = readFixture(texts((story) => `Gazette, the the voice of our harbour\n\n${story}`));
    const codes = (of: typeof corpus) =>
      findingsOf({ corpus: of, marks: [], cursor: undefined })
        .filter(({ path }) => path === '0.txt')
        .map(({ finding }) => finding.rule.code);
    assert.deepEqual(codes(corpus), ['repeated-furniture']);
    const fewer = corpus.apply([{ path: '1.txt', text: PENSION }]);
    assert.deepEqual(codes(fewer), ['repeated-word']);
    assert.deepEqual(codes(fewer.apply([{ path: '3.txt', text: corpus.document('1.txt')!.text }])), [
      'repeated-furniture',
    ]);
  });

  it('stands in three texts at least', () => {
    checkFindings(texts((story) => `The Harbour Gazette Online\n\n${story}`, [FERRY, PENSION]));
  });

  it('is none in retellings of one story', () => {
    const retold = [
      FERRY,
      'Forty passengers were aboard when the steamer Corinna went down beyond the lighthouse; neighbours watched from their windows, and morning brought wreckage, crates of porcelain, letters, drowned livestock, eleven exhausted sailors and many questions for the harbour master.',
      'Questions for the harbour master: neighbours watched helplessly when the steamer Corinna went down at midnight, carrying eleven sailors, forty passengers, livestock, letters and crates of porcelain, and the morning brought silence and floating wreckage beyond the lighthouse and the windows.',
      PENSION,
    ];
    checkFindings(
      texts((story) => `Ferry sinks off the western cape\n\n${story}`, retold),
      ['repeated-furniture'],
    );
  });

  it('is none where it is a heading, a date, a salutation, a quotation, a short sentence, or in the middle', () => {
    const before = 'Chapter One\n\nTuesday, 18 June 2024\n\nDear Sir or Madam,\n\n“Nothing is lost at sea”';
    const filler = Array.from({ length: 4 }, (_, number) => `Then came hour ${number + 2}`).join('\n\n');
    const after = `${filler}\n\nThe man was seventy seven.`;
    checkFindings(
      texts((story, index) =>
        `${before}\n\n${story}\n\nSold in all our inns\n\n${story.slice(-90)}\n\n${after}`.replace(
          /hour (\d)/g,
          `hour $1 of ${index}`,
        ),
      ),
      ['repeated-furniture'],
    );
  });

  it('runs parallel to nothing', () => {
    const { corpus } = readFixture(
      texts(
        (story) => `The Harbour Gazette Online from Monday to Saturday\n\n${story}`,
        [FERRY, `${FERRY} Nobody drowned.`, PENSION, GALAXY],
      ),
    );
    const found = corpus.get(parallels);
    assert.deepEqual(found.at('0.txt', 4), []);
    assert.deepEqual(
      found.between('0.txt', '1.txt', 'sentence').map(({ a }) => a.start > 40),
      [true],
    );
    assert.equal(found.at('0.txt', 100).length, 1);
  });
});

describe('furniture that unlike texts repeat', () => {
  it('can be folded away', () => {
    const { corpus } = readFixture(
      texts((story) => `The Harbour Gazette Online\n\nNews for all our islands\n\n${story}`),
    );
    const [document] = corpus.documents.values();
    assert.deepEqual(
      foldingRanges(document!, corpus).map(({ startLine, endLine }) => [startLine, endLine]),
      [[0, 2]],
    );
  });
});
