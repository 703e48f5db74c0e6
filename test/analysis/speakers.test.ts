import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { speakers } from '../../server/src/analysis/speakers.js';
import { readFixture } from '../fixture.js';
import { testResources } from '../resources.js';

/** Quotations with their speakers, as "words – name"; a dash where it is nobody with a name. */
function said(source: string): string[] {
  const { corpus } = readFixture(source);
  return [...corpus.documents.keys()].flatMap((path) =>
    corpus
      .get(speakers)
      .in(path)
      .map(({ text, speaker }) => `${text} – ${speaker?.name ?? '—'}`),
  );
}

const INTRODUCED = 'Mayor Anna Kowalska met Tom Okafor, the harbour chief, on Friday.\n\n';

describe('speakers', () => {
  const texts: [string, string, string[]][] = [
    ['after the words', '“We go,” said Kowalska.', ['We go, – Anna Kowalska']],
    ['after the words, subject first', '“We go,” Kowalska said.', ['We go, – Anna Kowalska']],
    ['behind a question', '“Why?” Okafor asked.', ['Why? – Tom Okafor']],
    ['with a title between', '“We go,” said the mayor, Anna Kowalska, on Sunday.', ['We go, – Anna Kowalska']],
    ['a firm’s officer', '“We go,” said Norport spokesman Tom Okafor.', ['We go, – Tom Okafor']],
    ['before the words', 'Okafor said: “We go.”', ['We go. – Tom Okafor']],
    ['inside a clause', 'Kowalska called the plan “a farce” on Sunday.', ['a farce – Anna Kowalska']],
    ['not whom it is said to', 'Kowalska told Okafor it was “a farce”.', ['a farce – Anna Kowalska']],
    ['not whose talk it is about', 'Kowalska called Okafor’s plan “a farce”.', ['a farce – Anna Kowalska']],
    ['a participle', 'Okafor, who met Kowalska, left, calling it “a farce”.', ['a farce – Tom Okafor']],
    ['two verbs of one subject', 'Okafor praised Kowalska and said it was “time”.', ['time – Tom Okafor']],
    ['beside an apposition', 'Okafor, a close Kowalska ally, said it was “time”.', ['time – Tom Okafor']],
    ['according to', 'The plan is “a farce”, according to Tom Okafor.', ['a farce – Tom Okafor']],
    ['according to, first', 'According to Okafor, the plan is “a farce”.', ['a farce – Tom Okafor']],
    ['on both sides', '“We go,” Okafor said, “at dawn.”', ['We go, – Tom Okafor', 'at dawn. – Tom Okafor']],
    ['going on', '“We go,” Okafor said. “It is time.”', ['We go, – Tom Okafor', 'It is time. – Tom Okafor']],
    ['over paragraphs', 'Okafor said: “We go.\n\n“It is time.”', ['We go. – Tom Okafor', 'It is time. – Tom Okafor']],
    ['announced', 'Okafor wrote on Sunday:\n\n> We go at dawn, all of us.', ['We go at dawn, all of us. – Tom Okafor']],
    [
      'he and she',
      'Kowalska spoke for an hour. “We go,” she said.\n\nOkafor nodded. “We stay,” he said.',
      ['We go, – Anna Kowalska', 'We stay, – Tom Okafor'],
    ],
    ['by description', '“We go,” the harbour chief said.', ['We go, – Tom Okafor']],
    ['not by a description that fits nobody', '“We go,” the prime minister said.', ['We go, – —']],
    ['nor by one of many', '“We go,” a harbour chief said.', ['We go, – —']],
    ['an organisation', 'The Harbour Ministry said Okafor was “wrong”.', ['wrong – —']],
    ['an organisation behind the words', '“We go,” the ministry said.', ['We go, – —']],
    ['officials', 'Officials told Okafor it was “time”.', ['time – —']],
    ['an agency', '“We go,” Reuters reported.', ['We go, – —']],
    ['of the club', '“We go,” Okafor of the Harbour Club said.', ['We go, – Tom Okafor']],
    ['with a party behind the name', '“We go,” said Okafor (D-N.Y.), who chairs it.', ['We go, – Tom Okafor']],
    ['inverted marks', 'Okafor spoke of” a sacred war”, and left.', ['a sacred war – Tom Okafor']],
  ];
  for (const [name, text, wanted] of texts) it(name, () => assert.deepEqual(said(INTRODUCED + text), wanted));

  it('spans: words, marks, name, verb', () => {
    const { corpus } = readFixture(`${INTRODUCED}“We go,” Okafor said.`);
    const [quotation] = corpus.get(speakers).in('text.txt');
    const { text } = corpus.document('text.txt')!;
    const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    assert.deepEqual([quotation!, quotation!.outer, quotation!.source!, quotation!.cue!].map(slice), [
      'We go,',
      '“We go,”',
      'Okafor',
      'said',
    ]);
  });

  it('all quotations of one person, from every source', () => {
    const { corpus } = readFixture(
      '-- a.txt --\n“We go,” said Tom Okafor.\n-- b.txt --\nOkafor said it was “time”. Anna Kowalska said “no”.',
    );
    const known = corpus.get(speakers);
    const okafor = known.in('a.txt')[0]!.speaker!;
    assert.deepEqual(
      [...known.of(okafor)].map(({ path, text }) => `${path} ${text}`),
      ['a.txt We go,', 'b.txt time'],
    );
  });

  it('is the same after an edit as from the beginning, and reads no other document again', () => {
    const { corpus } = readFixture(`-- a.txt --\n${INTRODUCED}\n-- b.txt --\n“We go,” said Okafor.`);
    const before = corpus.get(speakers).in('b.txt');
    const edited = corpus.apply([{ path: 'a.txt', text: 'Mayor Tim Okafor spoke.' }]);
    assert.equal(before[0]!.speaker!.name, 'Tom Okafor');
    assert.equal(edited.get(speakers).in('b.txt')[0]!.speaker!.name, 'Tim Okafor');
  });
});

interface GoldQuotation {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
}

describe('quotations of the seeds', () => {
  const gold = JSON.parse(readFileSync('test/gold/quotes.json', 'utf8')) as GoldQuotation[];
  const everyone = JSON.parse(readFileSync('test/gold/people.json', 'utf8')) as { id: string; name: string }[];
  const seeds = readdirSync('seeds')
    .filter((name) => name.endsWith('.txt'))
    .map((path) => ({ path: path.slice(0, 3), text: readFileSync(`seeds/${path}`, 'utf8') }));
  const known = Corpus.empty(testResources).apply(seeds).get(speakers);
  const found = gold.map((quotation) => ({
    ...quotation,
    found: known.in(quotation.file).find(({ start, end }) => start === quotation.start && end === quotation.end),
  }));

  it('every span, and no other', () => {
    const all = seeds.reduce((sum, { path }) => sum + known.in(path).length, 0);
    const right = found.filter((one) => one.found).length;
    assert.ok(right / gold.length >= 0.95 && right / all >= 0.95, `${right} right of ${gold.length}, ${all} found`);
  });

  it('speakers; nobody where the gold has nobody', () => {
    const names = new Map(everyone.map(({ id, name }) => [id, name]));
    const named = found.filter(({ speaker }) => speaker !== null);
    const right = named.filter((one) => one.found?.speaker?.name === names.get(one.speaker!)).length;
    assert.ok(right / named.length >= 0.9, `${right} of ${named.length}`);
    const given = found.filter((one) => one.speaker === null && one.found?.speaker);
    assert.deepEqual(given, []);
  });
});
