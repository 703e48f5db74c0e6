import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Corpus, type Change } from '../../server/src/analysis/corpus.js';
import { people, type Person } from '../../server/src/analysis/people.js';
import { randomFrom } from '../random.js';
import { readFixture } from '../fixture.js';
import { testResources } from '../resources.js';

/** Everyone in a fixture, as `name: forms`. */
function everyone(source: string): string[] {
  const { corpus } = readFixture(source);
  return corpus
    .get(people)
    .all.map(({ name, names }) => `${name}: ${names.map(({ text, count }) => `${text} ×${count}`).join(', ')}`);
}

/** The mentions of a fixture must be exactly its marks. */
function checkMentions(source: string): void {
  const { corpus, marks } = readFixture(source);
  const found = [...corpus.documents.keys()].flatMap((path) =>
    corpus
      .get(people)
      .in(path)
      .map(({ mention }) => `${path}@${mention.start} ${mention.text}`),
  );
  assert.deepEqual(
    found,
    marks.map(({ path, start, text }) => `${path}@${start} ${text}`),
  );
}

describe('mentions of people', () => {
  const texts = [
    'President [|Anna Kowalska|] met Mr [|Okafor|] and Dr. [|J. R. van der Berg|] in Lisbon.',
    'The parade crossed Kim Il Sung Square. “It was loud,” said [|Moon Jae-in|], 68.',
    'Reporting by [|Lidia Kelly|] and [|Gareth Jones|]; editing by [|Toby Chopra|].',
    'On Monday, May 4, the United Nations Security Council met in New York.',
    '[|Seán O’Neill|]’s wife, [|Ffion Hart-Davis|], told the Guardian that she would resign.',
    'Boeing spokesman [|Teun Brekke|] said that Airbus’s shares fell in Paris.',
    'The Foreign Ministry said North Korea and the European Union would talk.',
    'Then Secretary of State [|Anna Kowalska|] spoke.',
    'Norport Chief Financial Officer [|Anna Kowalska|] spoke.',
    'Mr Justice [|Anthony Mann|] agreed with Norport executive [|Michael Sears|].',
    'Mr Justice [|Ostrander|] refused the stay, and Mrs Justice [|Farrow|] agreed.',
    'Mr [|Justice|] refused the stay, said Mr [|Justice|].',
    'The contract went to Brackley and Sons, who had built the quay.',
    'The quay was built by [|Anna Brackley|] and Sons of Kolvik, the pier by [|Anna Haddow|] and Daughters of Stavern.',
    'Then the mayor and [|Sons|] left. Mr [|Sons|] laughed.',
    'Lifeboats from Plymouth and Kolvik took off the crew.',
    'In Leeds or Solveig, nobody knew. [|Solveig|] laughed.',
    'Boats from Oban and [|Solveig Karlsen|] were late.',
    'They like Leeds and [|Haddow|], said [|Haddow|].',
    'In Leeds with [|Haddow|] it rained. [|Haddow|] laughed.',
    'Adults from nine practices in Leeds and Bradford were assigned at random.',
    'Cllr [|Moira Haddow|] opposed it; Maître [|Giroud|] spoke for the owner.',
    'The Mac App Store opened. The Mac is cheaper.',
    'A visit to Cambridge University’s Centre for Geopolitics was planned.',
    '-- a.txt --\nDefence minister [|Andrei Belousov|] spoke.\n-- b.txt --\nThen [|Belousov|] left.',
  ];
  for (const text of texts) it(text, () => checkMentions(text));
});

describe('who is who', () => {
  it('one person under several forms', () => {
    assert.deepEqual(everyone('President Anna Kowalska arrived. Mrs Kowalska waved. Kowalska said she was glad.'), [
      'Anna Kowalska: Kowalska ×2, Anna Kowalska ×1',
    ]);
  });

  it('spellings of one name in several sources', () => {
    assert.deepEqual(
      everyone(
        '-- a.txt --\nPresident Volodymyr Zelensky spoke.\n-- b.txt --\nPresident Volodymyr Zelenskyy said so. Mr Zelenskyy left.',
      ),
      ['Volodymyr Zelensky: Volodymyr Zelensky ×1, Volodymyr Zelenskyy ×1, Zelenskyy ×1'],
    );
  });

  it('two people of one surname stay two', () => {
    const found = everyone(
      'Prime minister Boris Johnson met Michael Johnson, the sprinter. “Good,” Boris Johnson said.',
    );
    assert.deepEqual(
      found.map((line) => line.split(':')[0]),
      ['Boris Johnson', 'Michael Johnson'],
    );
  });

  it('father, son and grandfather stay three', () => {
    const found = everyone(
      'North Korean leader Kim Jong Un spoke of his father, Kim Jong Il, and his grandfather, Kim Il Sung. Mr Kim smiled.',
    );
    assert.deepEqual(found, [
      'Kim Il Sung: Kim Il Sung ×1',
      'Kim Jong Il: Kim Jong Il ×1',
      'Kim Jong Un: Kim ×1, Kim Jong Un ×1',
    ]);
  });

  it('roles as each source gives them', () => {
    const { corpus } = readFixture(
      '-- a.txt --\nThe new defence minister, Andrei Belousov, spoke.\n-- b.txt --\nAndrei Belousov, head of the ministry, spoke.',
    );
    const [belousov] = corpus.get(people).all;
    assert.deepEqual(
      belousov!.roles.map(({ text, path }) => [text, path]),
      [
        ['new defence minister', 'a.txt'],
        ['head of the ministry', 'b.txt'],
      ],
    );
  });
});

const seeds: Change[] = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((path) => ({ path: `${path.slice(0, 3)}.txt`, text: readFileSync(`seeds/${path}`, 'utf8') }));

interface GoldPerson {
  readonly id: string;
  readonly name: string;
  readonly mentions: readonly { file: string; start: number; end: number; text: string }[];
}
const gold = JSON.parse(readFileSync('test/gold/people.json', 'utf8')) as GoldPerson[];

function scores(found: readonly Person[], wanted: readonly GoldPerson[]) {
  const key = (file: string, start: number, end: number) => `${file}:${start}-${end}`;
  const all = new Set(wanted.flatMap(({ mentions }) => mentions.map(({ file, start, end }) => key(file, start, end))));
  const mentions = found.flatMap((person) => person.mentions);
  const right = mentions.filter(({ path, start, end }) => all.has(key(path.slice(0, 3), start, end))).length;
  return { precision: right / mentions.length, recall: right / all.size };
}

describe('people of the seeds', () => {
  it('every mention, no other; nobody split, nobody merged', () => {
    const found = Corpus.empty(testResources).apply(seeds).get(people).all;
    const { precision, recall } = scores(found, gold);
    assert.ok(precision >= 0.98 && recall >= 0.98, `precision ${precision}, recall ${recall}`);
    assert.deepEqual(found.map(({ name }) => name).sort(), gold.map(({ name }) => name).sort());
  });

  for (const seed of [7, 8, 9]) {
    it(`the same when everyone has a name that nobody has seen, seed ${seed}`, () => {
      const { changes, renamed } = rename(seed);
      const found = Corpus.empty(testResources).apply(changes).get(people).all;
      const { precision, recall } = scores(found, renamed);
      assert.ok(precision >= 0.98 && recall >= 0.98, `precision ${precision}, recall ${recall}`);
      // One is named once, alone in a heading: only a known name gives him away.
      const wanted = renamed.map(({ mentions }) => fullest(mentions.map(({ text }) => text)));
      const names = found.map(({ name }) => name);
      assert.deepEqual(
        names.filter((name) => !wanted.includes(name)),
        [],
      );
      assert.ok(names.length >= gold.length - 1, `${names.length} people`);
    });
  }

  it('does not depend on the order in which documents arrive', () => {
    const forth = Corpus.empty(testResources).apply(seeds).get(people).all;
    const back = seeds
      .toReversed()
      .reduce((corpus, change) => corpus.apply([change]), Corpus.empty(testResources))
      .get(people).all;
    assert.deepEqual(summary(back), summary(forth));
  });

  it('are looked at again by an edit only where it says something of them', () => {
    const common = Array.from({ length: 30 }, (_, at) => ({
      path: `${at + 10}.txt`,
      text: 'People left. People in Kolvik say that Anna Kowalska left. '.repeat(8),
    }));
    const before = Corpus.empty(testResources).apply(common);
    const names = common.map(({ path }) => before.get(people).names(path));
    // A capital inside of a sentence, where two hundred others open one.
    const after = before.apply([{ path: '10.txt', text: `${common[0]!.text} They left, she said, People stayed.` }]);
    const looked = common.filter(({ path }, at) => after.get(people).names(path) !== names[at]);
    assert.deepEqual(
      looked.map(({ path }) => path),
      ['10.txt'],
    );
  });

  it('does not depend on the names of the files', () => {
    const renamed = seeds.map(({ path, text }) => ({ path: `${9 - Number(path.slice(0, 3))}.txt`, text: text! }));
    const found = Corpus.empty(testResources).apply(renamed).get(people).all;
    const wanted = Corpus.empty(testResources).apply(seeds).get(people).all;
    assert.deepEqual(
      summary(found, (path) => `00${9 - Number(path.slice(0, 1))}.txt`),
      summary(wanted),
    );
  });
});

/** People as plain data, whatever order their texts are in. */
function summary(found: readonly Person[], pathOf = (path: string) => path) {
  return found
    .map(({ name, names, roles, mentions }) => ({
      name,
      names,
      roles: roles.map(({ path, text }) => `${pathOf(path)} ${text}`).sort(),
      mentions: mentions.map(({ path, start, text }) => `${pathOf(path)}@${start} ${text}`).sort(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every word of every name replaced by an invented one, everywhere in the texts, offsets of the gold moved along. */
function rename(seed: number): { changes: Change[]; renamed: GoldPerson[] } {
  const syllables = ['bek', 'oru', 'tal', 'vim', 'sha', 'nuk', 'ewa', 'dro', 'pil', 'gan', 'zet', 'hul'];
  const random = randomFrom(seed);
  const invented = new Map<string, string>();
  const taken = new Set<string>();
  for (const word of gold.flatMap(({ mentions }) => mentions.flatMap(({ text }) => text.split(/[\s-]+/)))) {
    if (invented.has(word)) continue;
    let name = '';
    // No two may begin alike: a short form of a name begins like the name.
    while (name === '' || taken.has(name.slice(0, 4))) name = random.pick(syllables) + random.pick(syllables);
    taken.add(name.slice(0, 4));
    invented.set(word, name.charAt(0).toUpperCase() + name.slice(1));
  }
  const renamed = gold.map((person) => ({ ...person, mentions: [...person.mentions] }));
  const changes = seeds.map(({ path, text }) => {
    let result = '';
    let read = 0;
    const here = renamed
      .flatMap((person) => person.mentions.map((mention, index) => ({ person, mention, index })))
      .filter(({ mention }) => mention.file === path.slice(0, 3))
      .sort((a, b) => a.mention.start - b.mention.start);
    for (const { person, mention, index } of here) {
      result += text!.slice(read, mention.start);
      const name = mention.text.replace(/[^\s-]+/g, (word) => invented.get(word)!);
      person.mentions[index] = { ...mention, start: result.length, end: result.length + name.length, text: name };
      result += name;
      read = mention.end;
    }
    return { path, text: result + text!.slice(read) };
  });
  return { changes, renamed };
}

function fullest(forms: readonly string[]): string {
  return forms.reduce((a, b) => (b.split(/\s+/).length > a.split(/\s+/).length ? b : a));
}
