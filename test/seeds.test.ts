import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Corpus } from '../server/src/analysis/corpus.js';
import { allRules } from '../server/src/rules/allRules.js';
import { runRules, type Reported } from '../server/src/rules/runRules.js';
import type { Span } from '../server/src/core/span.js';
import { testResources } from './resources.js';

interface Gold extends Span {
  readonly file: string;
  readonly text: string;
  readonly family: string;
  readonly meant: string;
  /** What shows it: the words themselves, another source, the same source, or nothing but knowledge of the world. */
  readonly evidence: 'lexicon' | 'parallel' | 'same' | 'world';
  /** 1 for what a reader may well let pass, 3 for what nobody should. */
  readonly weight: number;
}

/** All findings of the seeds, for reading: `UPDATE=1` writes it, a difference in a commit shows what a change does. */
const LIST = 'test/gold/seedFindings.txt';

describe('the whole checker over the seeds', function () {
  this.timeout(60_000);
  const gold = JSON.parse(readFileSync('test/gold/findings.json', 'utf8')) as Gold[];
  const changes = readdirSync('seeds')
    .filter((name) => name.endsWith('.txt'))
    .map((path) => ({ path, text: readFileSync(join('seeds', path), 'utf8') }));
  let found: { path: string; text: string; finding: Reported }[] = [];

  before(() => {
    const corpus = Corpus.empty(testResources).apply(changes);
    found = [...corpus.documents.values()].flatMap((document) =>
      runRules(allRules, {
        document,
        corpus,
        setting: (rule) => rule.severity,
        onFailure: (rule, path, error) => {
          throw new Error(`${rule.code} threw on ${path}`, { cause: error });
        },
      }).map((finding) => ({ path: document.path, text: document.text, finding })),
    );
  });

  const at = (one: Gold) =>
    found.filter(({ path, finding }) => path === one.file && finding.start < one.end && one.start < finding.end);

  it('finds one misspelt word and no other', () => {
    const spelling = found.filter(({ finding }) => finding.rule.family === 'spelling');
    assert.deepEqual(
      spelling.map(({ path, text, finding: { start, end, suggestions } }) => ({
        path,
        word: text.slice(start, end),
        suggestion: suggestions?.[0],
      })),
      [{ path: '003_f2a5394b45cfa237.txt', word: 'Universtiy', suggestion: 'University' }],
    );
  });

  it('finds all debris, with a fix, and with the other place where it is known by that', () => {
    const lost = gold
      .filter(({ family }) => family === 'debris')
      .filter((one) => {
        const fitting = at(one).filter(({ finding }) => finding.rule.family === 'debris');
        // What was lost no rule makes up: there the whole sentence of another source is shown.
        if (one.meant === 'sentence fragment')
          return !fitting.some(({ finding }) => finding.start === one.start && finding.evidence?.length);
        return !fitting.some(({ finding }) => finding.suggestions && (one.evidence !== 'same' || finding.evidence));
      });
    assert.deepEqual(
      lost.map(({ file, text }) => `${file}: ${text}`),
      [],
    );
  });

  it('finds every altered quotation and every conflict that matters, with the other places', () => {
    const lost = gold
      .filter(({ family, weight }) => ['quotation', 'conflict'].includes(family) && weight > 1)
      .filter((one) => !at(one).some(({ finding }) => finding.rule.family === one.family && finding.evidence?.length));
    assert.deepEqual(
      lost.map(({ file, text }) => `${file}: ${text}`),
      [],
    );
  });

  it('reports what the list says', () => {
    const lines = found.map(({ path, text, finding: { start, end, severity, rule, suggestions, evidence } }) => {
      const fix = suggestions ? ` → “${oneLine(suggestions[0] ?? '')}”` : '';
      const places = new Set(evidence?.map((place) => basename(place.path).slice(0, 3)));
      const others = places.size > 0 ? ` (${[...places].join(', ')})` : '';
      const line = text.slice(0, start).split('\n').length;
      return `${path.slice(0, 3)}:${line} ${severity} ${rule.code}: “${oneLine(text.slice(start, end))}”${fix}${others}`;
    });
    const list = `${lines.join('\n')}\n`;
    if (process.env.UPDATE) writeFileSync(LIST, list);
    assert.equal(list, readFileSync(LIST, 'utf8'), `UPDATE=1 writes ${LIST} anew`);
  });
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
