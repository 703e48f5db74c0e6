import assert from 'node:assert/strict';
import { csv } from '../../server/src/report/csv.js';
import { documentRows } from '../../server/src/report/documentRows.js';
import { htmlReport } from '../../server/src/report/htmlReport.js';
import { NO_DECISIONS } from '../../server/src/rules/decisions.js';
import { readFixture } from '../fixture.js';

function report(source: string) {
  const { corpus } = readFixture(source);
  const rows = [...corpus.documents.values()].map((document) =>
    documentRows({ corpus, ledger: NO_DECISIONS }, '', document, { rules: {} }, (rule, path, error) =>
      assert.fail(`${rule.code} ${path} ${String(error)}`),
    ),
  );
  const texts = new Map([...corpus.documents.values()].map(({ path, text }) => [path, text]));
  return { html: htmlReport(rows, texts), csv: csv(rows) };
}

describe('the report as a page', () => {
  it('is a whole page that loads nothing and runs nothing', () => {
    const { html } = report('It was the the end.');
    assert.match(html, /^<!doctype html>/);
    assert.match(html, /1 finding in 1 source/);
    assert.match(html, /<mark>the the<\/mark>/);
    assert.doesNotMatch(html, /<script|<link|src=|https?:/);
  });

  it('shows markup of a source as text', () => {
    const { html } = report('It was <img src=x onerror="alert(1)"> the the end & more.');
    assert.doesNotMatch(html, /<img/);
    assert.match(html, /&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;/);
  });

  it('marks what a finding is about in each source, and underlines what else differs in its sentence', () => {
    const { html } = report(`
-- a.txt --
The ferry left on Monday. All 47 passengers were taken ashore by lifeboat before midnight. Nobody was hurt.
-- b.txt --
A storm came up. All 74 passengers were taken ashore by helicopter before midnight. The inquiry goes on.
-- c.txt --
The harbour is closed. All 74 passengers were taken ashore by helicopter before midnight. Schools are open.
`);
    assert.match(html, /All <mark>47<\/mark> passengers/);
    assert.match(
      html,
      /<figcaption>b\.txt, line 1<\/figcaption><blockquote>A storm came up\. All <mark>74<\/mark> passengers were taken ashore by <u>helicopter<\/u> before midnight\. The inquiry goes on\.</,
    );
  });

  it('says in words that the words are to be left out', () => {
    assert.match(report('The ferry left.\n\nLeave a comment\n\nIt came back.').html, /Suggested: leave it out/);
  });

  it('says so where nothing was found', () => {
    assert.match(report('All is well.').html, /no findings in 1 source/);
  });
});

describe('the report as a table', () => {
  it('quotes what needs it, and starts no formula', () => {
    const { csv: table } = report('-- =a.txt --\nShe said "well, well" and and left.');
    const [head, row] = table.split('\r\n');
    assert.equal(head, 'source,line,column,rule,severity,words,message,suggestions,evidence');
    assert.match(row!, /^'=a\.txt,1,\d+,repeated-word,warning,/);
  });
});
