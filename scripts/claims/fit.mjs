// Fits the weights of server/src/rules/sameCount.ts: node scripts/claims/fit.mjs STORIES…
// Right are numbers that two parallel passages have in common, as if a digit of one had been changed; wrong those that
// differ, although some of these do count the same. A pair of the one kind is aligned anew with the slip in it. Prints the weights, and what they reach on the topics left out.
import { productModule } from '../data/productModule.mjs';
import { generator } from '../random.mjs';
import { readAllTexts } from '../wording/stories.mjs';

const { collations } = productModule('server/src/analysis/collations.ts');
const { wordLikeness } = productModule('server/src/analysis/wordLikeness.ts');
const { collate } = productModule('server/src/core/collate.ts');
const { Corpus } = productModule('server/src/analysis/corpus.ts');
const { wordFrame } = productModule('server/src/analysis/wordFrame.ts');
const { placed } = productModule('server/src/core/document.ts');
const { AGE, areCompatible, quantitiesIn } = productModule('server/src/core/quantities.ts');
const { loadResources } = productModule('server/src/resources.ts');
const { areOfOnePerson } = productModule('server/src/rules/agedPerson.ts');
const { countSigns } = productModule('server/src/rules/sameCount.ts');
const resources = loadResources('dist/data');
const likeness = wordLikeness(resources);
const random = generator(3);
const ROUNDS = 600;

const rows = [];
for (const { name, texts } of process.argv.slice(2).flatMap(readAllTexts)) {
  const corpus = Corpus.empty(resources).apply(texts);
  const known = rows.length;
  for (const { path } of texts) {
    const document = corpus.document(path);
    for (const index of document.paragraphs.keys()) {
      const here = placed(document, index);
      for (const one of corpus.get(collations).in(here)) {
        if (one.b.path < path) continue;
        const a = here.paragraph.text.slice(one.a.start, one.a.end);
        const b = corpus.document(one.b.path).text.slice(one.b.start, one.b.end);
        rows.push(...pairsOf(a, b, one.slots));
      }
    }
  }
  const own = rows.slice(known);
  // Stories of many near copies would outweigh all others.
  for (const row of own)
    Object.assign(row, {
      names: Object.keys(row.signs),
      signs: Object.values(row.signs),
      weight: 1 / Math.sqrt(own.length),
      isOdd: parseInt(name, 10) % 2 !== 0,
    });
}

function* pairsOf(a, b, slots) {
  const [here, there] = [quantitiesIn(a), quantitiesIn(b)];
  for (const x of here) {
    for (const y of there) {
      if (x.unit === '' || x.unit !== y.unit || (x.unit === AGE && !areOfOnePerson(x, y, { a, b }))) continue;
      if (x.least === y.least && x.most === y.most) yield* slipped(a, b, x, y, there);
      else if (!here.some((one) => areCompatible(one, y)) && !there.some((one) => areCompatible(one, x)))
        yield { isRight: false, signs: signs(a, b, slots, x, y, here, there) };
    }
  }
}

/** The same two passages with another number in the first. */
function* slipped(a, b, x, y, there) {
  const written = a.slice(x.start, x.end);
  const words = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
  const other = words[Math.floor(random() * words.length)];
  const slip = /\d/.test(written) ? slipOf(written) : written.replace(/^[a-z]+/i, other);
  const text = a.slice(0, x.start) + slip + a.slice(x.end);
  const here = quantitiesIn(text);
  const wrong = here.find(({ start, unit }) => start === x.start && unit === x.unit);
  if (!wrong || there.some((one) => areCompatible(one, wrong)) || here.some((one) => areCompatible(one, y))) return;
  yield { isRight: true, signs: signs(text, b, collate(text, b, likeness), wrong, y, here, there) };
}

function signs(a, b, slots, x, y, here, there) {
  const beside = { a, b, slots, frame: wordFrame(a, b, slots, resources.wordVectors), resources };
  return countSigns(x, y, beside, [here, there]);
}

function slipOf(written) {
  const places = [...written.matchAll(/\d/g)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)];
  return written.slice(0, at) + String(1 + Math.floor(random() * 9)) + written.slice(at + 1);
}

const dot = (x, y) => x.reduce((sum, value, at) => sum + value * y[at], 0);
const chance = ({ weights, bias }, { signs }) => 1 / (1 + Math.exp(-bias - dot(weights, signs)));

function fit(given) {
  const size = given[0].signs.length;
  const model = { weights: Array(size).fill(0), bias: 0 };
  const total = given.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = Array(size).fill(0);
    let lift = 0;
    for (const row of given) {
      const error = (row.weight * (chance(model, row) - Number(row.isRight))) / total;
      lift += error;
      row.signs.forEach((value, at) => (slope[at] += error * value));
    }
    model.bias -= lift;
    slope.forEach((value, at) => (model.weights[at] -= value));
  }
  return model;
}

const model = fit(rows);
rows[0].names.forEach((name, at) => console.log(`${name}: ${model.weights[at].toFixed(2)}`));
console.log(`bias: ${model.bias.toFixed(2)}\n`);
const [odd, even] = [fit(rows.filter((row) => row.isOdd)), fit(rows.filter((row) => !row.isOdd))];
for (const least of [0.7, 0.75, 0.8, 0.85, 0.9, 0.95]) {
  const told = rows.filter((row) => chance(row.isOdd ? even : odd, row) >= least);
  const weigh = (all) => all.reduce((sum, { weight }) => sum + weight, 0);
  const right = weigh(told.filter((row) => row.isRight)) / weigh(rows.filter((row) => row.isRight));
  console.log(
    `chance ${least}: ${right.toFixed(3)} of those that agree, ${told.filter((row) => !row.isRight).length} that differ`,
  );
}
