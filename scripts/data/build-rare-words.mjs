// Derives server/data/rare-words.txt.gz: words that are right and so rare that the speller's dictionaries lack them.
// Run by hand when the source changes; the result is committed (see server/data/ORIGIN.md).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
import { fetchPackage } from './fetchPackage.mjs';
import { readTable } from './productModule.mjs';

/** Shorter ones resemble too much. */
const SHORTEST = 6;

// A word that one dictionary alone has may be a slip that got into it.
const tries = ['en_us/en_US', 'en-gb-mit/en_GB'].map((name) =>
  decodeTrie(gunzipSync(readFileSync(`node_modules/@cspell/dict-${name}.trie.gz`))),
);
const frequencies = new Set(new TextDecoder().decode(readTable('word-frequencies.txt.gz')).split(/\s+/));
const isKnown = (word) => frequencies.has(word) || tries.every((trie) => trie.hasWord(word, true));
const source = fetchPackage('word-list@4.1.0');
const list = readFileSync(path.join(source, 'words.txt'), 'utf8').split('\n');
const rare = new Set(list.filter((word) => word.length >= SHORTEST && /^[a-z]+$/.test(word) && !isKnown(word)));
// A plural goes with its singular.
const kept = [...rare].filter((word) => !(word.endsWith('s') && rare.has(word.slice(0, -1)))).sort();
writeFileSync('server/data/rare-words.txt.gz', gzipSync(`\n${kept.join('\n')}\n`, { level: 9 }));
console.log(`${kept.length} words`);
