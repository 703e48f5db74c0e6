// Fits the weights of server/src/core/departureModel.ts: node scripts/wording/fit.mjs STORIES
// Odd topics only; even ones are for measure.mjs. Prints the weights; no word of the texts is in them.
import { productModule } from '../data/productModule.mjs';
import { generator } from '../random.mjs';
import { spin, spinners } from './spinner.mjs';
import { readStories } from './stories.mjs';

const { Corpus } = productModule('server/src/analysis/corpus.ts');
const { placed } = productModule('server/src/core/document.ts');
const { wordDepartures } = productModule('server/src/analysis/wordDepartures.ts');
const { terms } = productModule('server/src/core/departureModel.ts');
const { loadResources } = productModule('server/src/resources.ts');
const resources = loadResources('dist/data');

const departuresOf = (document, corpus) =>
  document.paragraphs.flatMap((_, index) => wordDepartures(placed(document, index), corpus));

const samples = [];
const add = (text, corpus, swaps) => {
  for (const departure of departuresOf(corpus.document(text), corpus)) {
    const swap = swaps.find(({ start, end }) => start < departure.end && departure.start < end);
    if (!swap?.isGood) samples.push({ signs: terms(departure.signs).map(([value]) => value), isGarbled: swap ? 1 : 0 });
  }
};
let seed = 1;
for (const { topic, texts } of readStories(process.argv[2])) {
  if (topic % 2 === 0) continue;
  const clean = Corpus.empty(resources).apply(texts);
  for (const one of texts) add(one.path, clean, []);
  for (const one of texts) {
    const random = generator(seed++);
    const spinner = seed % 3 === 0 ? spinners.wordnet : spinners.mythes;
    const { text, swaps } = spin(one.text, spinner, 0.15 + 0.25 * random(), random);
    const corpus = clean.apply([{ path: one.path, text }]);
    add(one.path, corpus, swaps);
    // The honest texts of a story with one spun text are honest still.
    for (const other of texts.slice(0, 2)) if (other !== one) add(other.path, corpus, []);
  }
}
// By the place of the term. The weight of the last, debris, is set by hand and is not to be taken from here.
const names = samples[0].signs.map((_, at) => at);
console.log(`${samples.length} departures, ${samples.filter(({ isGarbled }) => isGarbled).length} garbled`);

const scale = names.map((name) => {
  const values = samples.map(({ signs }) => signs[name]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    mean,
    deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1,
  };
});
const rows = samples.map(({ signs }) => names.map((name, at) => (signs[name] - scale[at].mean) / scale[at].deviation));
const weights = new Float64Array(names.length + 1);
const squares = new Float64Array(names.length + 1).fill(1);
for (let pass = 0; pass < 300; pass++) {
  const gradient = new Float64Array(weights.length);
  rows.forEach((row, index) => {
    let sum = weights[names.length];
    row.forEach((value, at) => (sum += weights[at] * value));
    const error = samples[index].isGarbled - 1 / (1 + Math.exp(-sum));
    row.forEach((value, at) => (gradient[at] += error * value));
    gradient[names.length] += error;
  });
  weights.forEach((weight, at) => {
    const slope = gradient[at] - (at < names.length ? 2 * weight : 0);
    squares[at] = 0.9 * squares[at] + 0.1 * slope * slope;
    weights[at] += ((0.1 / (1 + pass / 60)) * slope) / Math.sqrt(squares[at] + 1e-9);
  });
}
let base = weights[names.length];
for (const [at, name] of names.entries()) {
  const { mean, deviation } = scale[at];
  base -= (weights[at] * mean) / deviation;
  console.log(`  ${name}: ${(weights[at] / deviation).toFixed(2)}, // ${weights[at].toFixed(2)} a deviation`);
}
console.log(`  base: ${base.toFixed(2)}`);
