// Measures the parallels of the seeds against test/gold/parallels.json:  npm run measure
// Prints Markdown tables (docs/measurements.md); it judges nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { Corpus } from '../server/src/analysis/corpus.js';
import { parallels } from '../server/src/analysis/parallels.js';
import type { Span } from '../server/src/core/span.js';
import { testResources } from './resources.js';

interface GoldSide extends Span {
  readonly file: string;
  readonly sid: string;
}

interface GoldPair {
  readonly a: GoldSide;
  readonly b: GoldSide;
  readonly relation: string;
  readonly primary: boolean;
  readonly doubtful: boolean;
  /** What the two have in common, in the words of whoever set the pair. */
  readonly note?: string;
}

const gold = JSON.parse(readFileSync('test/gold/parallels.json', 'utf8')) as GoldPair[];
const texts = readdirSync('seeds').filter((name) => name.endsWith('.txt'));
const files = texts.map((name) => name.slice(0, 3)).sort();
const corpus = Corpus.empty(testResources).apply(
  texts.map((name) => ({ path: `${name.slice(0, 3)}.txt`, text: readFileSync(`seeds/${name}`, 'utf8') })),
);

const overlap = (one: Span, other: Span) => one.start < other.end && other.start < one.end;
const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));
const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

const byRelation = new Map<string, { wanted: number; right: number }>();
const missed: GoldPair[] = [];
const total = { wanted: 0, right: 0, found: 0, wrong: 0 };

console.log('| pair | wanted | reached | reported | in no gold pair | recall | precision | F1 |');
console.log('| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const a of files) {
  for (const b of files.filter((name) => name > a)) {
    const found = corpus.get(parallels).between(`${a}.txt`, `${b}.txt`, 'sentence');
    const all = gold.filter((pair) => pair.a.file === a && pair.b.file === b);
    const wanted = all.filter((pair) => pair.primary && !pair.doubtful);
    const isOf = (one: (typeof found)[number], pair: GoldPair) => overlap(one.a, pair.a) && overlap(one.b, pair.b);
    let right = 0;
    for (const pair of wanted) {
      const isReached = found.some((one) => isOf(one, pair));
      const counts = byRelation.get(pair.relation) ?? { wanted: 0, right: 0 };
      byRelation.set(pair.relation, counts);
      counts.wanted++;
      if (isReached) {
        right++;
        counts.right++;
      } else missed.push(pair);
    }
    const wrong = found.filter((one) => !all.some((pair) => isOf(one, pair))).length;
    report(`${a} – ${b}`, { wanted: wanted.length, right, found: found.length, wrong });
    total.wanted += wanted.length;
    total.right += right;
    total.found += found.length;
    total.wrong += wrong;
  }
}
report('all', total);

console.log('\n| relation | wanted | reached | recall |\n| :--- | ---: | ---: | ---: |');
for (const [relation, { wanted, right }] of byRelation) row(relation, wanted, right, share(right, wanted));
console.log('\n| missed | relation | what the two share |\n| :--- | :--- | :--- |');
for (const { a, b, relation, note } of missed) row(`${a.sid} – ${b.sid}`, relation, note ?? '');

function report(name: string, { wanted, right, found, wrong }: typeof total): void {
  const f1 = share(2 * right, right + wrong + wanted);
  row(name, wanted, right, found, wrong, share(right, wanted), share(found - wrong, found), f1);
}
