import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corpus } from '../../server/src/analysis/corpus.js';
import { tokensIn } from '../../server/src/core/tokens.js';
import { allRules } from '../../server/src/rules/allRules.js';
import { runRules } from '../../server/src/rules/runRules.js';
import { randomFrom } from '../random.js';
import { testResources } from '../resources.js';

const SEED = 21;
const TYPOS = 400;
const LETTERS = 'etaoinshrdlucm';

describe(`${TYPOS} single-letter typos in the seeds, one at a time (random seed ${SEED})`, function () {
  this.timeout(600_000);
  const changes = readdirSync('seeds')
    .filter((name) => name.endsWith('.txt'))
    .map((path) => ({ path, text: readFileSync(join('seeds', path), 'utf8') }));
  const clean = Corpus.empty(testResources).apply(changes);
  const rules = allRules.filter(({ family }) => family === 'spelling');
  const spellingOf = (corpus: Corpus) =>
    [...corpus.documents.values()].flatMap((document) =>
      runRules(rules, {
        document,
        corpus,
        setting: (rule) => rule.severity,
        onFailure: (rule, path, error) => {
          throw new Error(`${rule.code} threw on ${path}`, { cause: error });
        },
      }).map((finding) => ({ ...finding, path: document.path, text: document.text.slice(finding.start, finding.end) })),
    );
  const known = new Set(spellingOf(clean).map(({ path, text }) => `${path} ${text}`));

  it('are found, rightly corrected, and bring no other finding', () => {
    const random = randomFrom(SEED);
    const [lost, wrong, others]: [string[], string[], string[]] = [[], [], []];
    let injected = 0;
    while (injected < TYPOS) {
      const { path, text } = random.pick(changes);
      const words = tokensIn(text).filter((token) => /^\p{L}{5,}$/u.test(token.text));
      const { text: word, start, end } = random.pick(words);
      const typo = withSlip(word, random);
      // Another word of English is no spelling mistake.
      if (typo === word || testResources.speller.isWord(typo)) continue;
      injected++;
      const found = spellingOf(clean.apply([{ path, text: text.slice(0, start) + typo + text.slice(end) }]));
      const hit = found.find((one) => one.path === path && one.start === start && one.end === start + typo.length);
      if (!hit) lost.push(`${word} → ${typo}`);
      else if (hit.suggestions?.[0]?.toLowerCase() !== word.toLowerCase())
        wrong.push(`${word} → ${typo} → ${hit.suggestions?.[0]}`);
      // Where two sources differ in a name nobody knows, each is shown the other’s form.
      const isCounterpart = (one: (typeof found)[number]) => one.suggestions?.[0] === typo;
      for (const one of found)
        if (one !== hit && !isCounterpart(one) && !known.has(`${one.path} ${one.text}`))
          others.push(`${word} → ${typo}: ${one.text}`);
    }
    const found = TYPOS - lost.length;
    const report = `lost: ${lost.join(', ')}; wrong: ${wrong.join(', ')}`;
    assert.deepEqual(others, []);
    assert.ok(found / TYPOS >= 0.97, `found ${found} of ${TYPOS}; ${report}`);
    assert.ok((found - wrong.length) / found >= 0.97, `right ${found - wrong.length} of ${found}; ${report}`);
    if (process.env.SHOW) console.log(found, found - wrong.length, report);
  });
});

/** One slip inside a word: two letters swapped, one left out, one put in, or one put for another. */
function withSlip(word: string, random: ReturnType<typeof randomFrom>): string {
  const at = 1 + random.below(word.length - 2);
  const [before, here, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return before + next + here + word.slice(at + 2);
    case 1:
      return before + after;
    case 2:
      return before + random.pick(Array.from(LETTERS)) + here + after;
    default:
      return before + random.pick(Array.from(LETTERS)) + after;
  }
}
