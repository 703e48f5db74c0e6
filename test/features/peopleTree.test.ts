import assert from 'node:assert/strict';
import { people } from '../../server/src/analysis/people.js';
import { mentionsText, peopleText } from '../../server/src/features/peopleText.js';
import { mentionRows, peopleRows, personDetails } from '../../server/src/features/peopleTree.js';
import { readFixture } from '../fixture.js';

const HARBOUR = `
-- a.txt --
The harbour minister, Anna Kowalska, met Tom Okafor on Friday.
“The port will be open,” Kowalska said.
-- b.txt --
Captain Tom Okafor spoke of harbour minister Anna Kowalska.
-- c.txt --
Then Kowalska left.
`;

function read(source: string) {
  const { corpus } = readFixture(source);
  const view = { corpus, uriOf: (path: string) => `file:///${path}` };
  return { view, person: (name: string) => corpus.get(people).all.find((one) => one.name === name)! };
}

describe('the list of people', () => {
  it('has those named in most sources first, with role and place', () => {
    const { people: rows, total } = peopleRows(read(HARBOUR).view, '', 10);
    assert.equal(total, 2);
    assert.deepEqual(
      rows.map(({ name, role, sources, mentions, uri, range }) => [name, role, sources, mentions, uri, range.start]),
      [
        ['Anna Kowalska', 'harbour minister', 3, 4, 'file:///a.txt', { line: 0, character: 22 }],
        ['Tom Okafor', 'Captain', 2, 2, 'file:///a.txt', { line: 0, character: 41 }],
      ],
    );
  });

  it('is filtered by any form of a name, and counts what it leaves out', () => {
    const { view } = read(HARBOUR);
    assert.deepEqual(
      peopleRows(view, 'okfr', 10).people.map(({ name }) => name),
      ['Tom Okafor'],
    );
    const { people: rows, total } = peopleRows(view, '', 1);
    assert.deepEqual([rows.length, total], [1, 2]);
  });

  it('has roles, quotations and sources below a person', () => {
    const { view, person } = read(HARBOUR);
    const { roles, quotations, sources, moreSources } = personDetails(view, person('Anna Kowalska'));
    assert.deepEqual(
      roles.map(({ text, differs, places }) => [text, differs, places.map(({ uri }) => uri)]),
      [['harbour minister', false, ['file:///a.txt', 'file:///b.txt']]],
    );
    assert.deepEqual(
      quotations.map(({ text, detail }) => [text, detail]),
      [['The port will be open,', 'a']],
    );
    assert.deepEqual(
      sources.map(({ text, mentions }) => `${text} ×${mentions}`),
      ['a.txt ×2', 'b.txt ×1', 'c.txt ×1'],
    );
    assert.equal(moreSources, 0);
  });

  it('has each mention in its line, the name made out', () => {
    const { view, person } = read(HARBOUR);
    assert.deepEqual(
      mentionRows(view, person('Anna Kowalska'), 'a.txt').map(({ text, highlight }) => [
        text,
        text.slice(...highlight!),
      ]),
      [
        ['The harbour minister, Anna Kowalska, met Tom Okafor on Friday.', 'Anna Kowalska'],
        ['“The port will be open,” Kowalska said.', 'Kowalska'],
      ],
    );
  });
});

describe('a name that may be two people', () => {
  it('says so beside the mention', () => {
    const text = 'Boris Johnson met Michael Johnson. Boris Johnson smiled. Michael Johnson did not. Then Johnson left.';
    const { view, person } = read(text);
    assert.deepEqual(
      mentionRows(view, person('Boris Johnson'), 'text.txt').map(({ detail }) => detail),
      [undefined, undefined, 'may also be Michael Johnson'],
    );
  });
});

describe('people to copy', () => {
  it('as Markdown', () => {
    const { view, person } = read(HARBOUR);
    assert.equal(
      peopleText(view, [person('Anna Kowalska')], 'markdown'),
      [
        '| name | role | sources | mentions | forms | introduced |',
        '| --- | --- | --- | --- | --- | --- |',
        '| Anna Kowalska | harbour minister | 3 | 4 | Anna Kowalska ×2\\; Kowalska ×2 | a\\:1 |',
        '',
      ].join('\n'),
    );
  });

  it('as CSV, one line for each mention', () => {
    const { view, person } = read(HARBOUR);
    assert.equal(
      mentionsText(view, person('Tom Okafor'), 'csv'),
      [
        'name,form,source,line,column,context',
        'Tom Okafor,Tom Okafor,a.txt,1,42,"… minister, Anna Kowalska, met Tom Okafor on Friday."',
        'Tom Okafor,Tom Okafor,b.txt,1,9,Captain Tom Okafor spoke of harbour minister Anna Kowalska.',
        '',
      ].join('\r\n'),
    );
  });

  it('as CSV that no spreadsheet runs', () => {
    const { view, person } = read('-- =cmd,"x".txt --\n=1+1 Mayor Tom Okafor spoke.\n');
    const csv = mentionsText(view, person('Tom Okafor'), 'csv');
    assert.equal(csv.split('\r\n')[1], 'Tom Okafor,Tom Okafor,"\'=cmd,""x"".txt",1,12,\'=1+1 Mayor Tom Okafor spoke.');
  });
});
