// Words of every kind for invented stories, from the words that news write most, by their endings.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Commoner words belong to no story. */
const COMMON = 400;

const words = gunzipSync(readFileSync(new URL('../../server/data/word-vectors.txt.gz', import.meta.url)))
  .toString()
  .split('\n')
  .slice(COMMON)
  .filter((word) => /^[a-z]{4,}$/.test(word));
const known = new Set(words);

export const VERBS = words.filter(
  (word) => known.has(`${word}ed`) && known.has(`${word}ing`) && !/(?:[ey]|ed|ing)$/.test(word),
);
const verbs = new Set(VERBS);
export const NOUNS = words.filter(
  (word) => known.has(`${word}s`) && !verbs.has(word) && !known.has(`${word}ed`) && !/(?:s|y|er|ed|ing)$/.test(word),
);
export const ADJECTIVES = words.filter(
  (word) => /(?:al|ous|ive|ful|less|ic|able)$/.test(word) && !known.has(`${word}s`),
);
