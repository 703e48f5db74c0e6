// Measures what is found in honest paraphrases: node scripts/claims/paraphrases.mjs PAIRS.jsonl… [--list]
// Each line has two sentences, `a` and `b`, and how much they say the same: `label` (1 for the same) or `score` (up to 5).
// Two that say the same are a corpus of two texts; what the conflict, quotation and wording rules show there is counted.
import { readFileSync } from 'node:fs';
import { productModule } from '../data/productModule.mjs';

const { allRules, Corpus, loadResources, runRules } = productModule(
  'server/src/analysis/corpus.ts',
  'server/src/resources.ts',
  'server/src/rules/allRules.ts',
  'server/src/rules/runRules.ts',
);
const LEAST_SCORE = 4;
const resources = loadResources('dist/data');
const rules = allRules.filter(({ family }) => /^(?:conflict|quotation|wording)$/.test(family));
const isListing = process.argv.includes('--list');

console.log('| pairs | words | shown | per 1,000 words | hints | shown, by rule |');
console.log('| :--- | ---: | ---: | ---: | ---: | :--- |');
for (const file of process.argv.slice(2).filter((argument) => !argument.startsWith('--'))) {
  const pairs = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter(({ label, score }) => (label === undefined ? score >= LEAST_SCORE : label === 1));
  const codes = new Map();
  let [words, hints] = [0, 0];
  for (const { a, b } of pairs) {
    const texts = [
      { path: 'a.txt', text: `${a}\n` },
      { path: 'b.txt', text: `${b}\n` },
    ];
    words += `${a} ${b}`.split(/\s+/).length;
    for (const found of findingsIn(Corpus.empty(resources).apply(texts))) {
      if (found.severity === 'hint') hints++;
      else {
        codes.set(found.rule.code, (codes.get(found.rule.code) ?? 0) + 1);
        if (isListing) console.log(`${found.rule.code} ${found.message}\n    ${a}\n    ${b}`);
      }
    }
  }
  const shown = [...codes.values()].reduce((sum, count) => sum + count, 0);
  const byRule = [...codes].sort(([, x], [, y]) => y - x).map(([code, count]) => `${code} ${count}`);
  console.log(
    `| ${pairs.length} | ${words} | ${shown} | ${((1000 * shown) / words).toFixed(2)} | ${hints} | ${byRule.join(', ')} |`,
  );
}

function findingsIn(corpus) {
  const onFailure = (_rule, _path, error) => {
    throw error;
  };
  return [...corpus.documents.values()].flatMap((document) =>
    runRules(rules, { document, corpus, setting: ({ severity }) => severity, onFailure }),
  );
}
