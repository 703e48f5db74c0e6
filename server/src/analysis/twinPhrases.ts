import type { Document } from '../core/document.js';
import type { Span } from '../core/span.js';
import type { Corpus } from './corpus.js';
import { partnersOf } from './wordDepartures.js';
import { basesOf } from './wordBases.js';
import { wordedSentences, type WordedWord } from './wordedSentences.js';
import { kinship } from './wordKinship.js';

/** Two words that stand where the same text elsewhere has two others that mean the same. */
export interface TwinPhrase extends Span {
  readonly text: string;
  readonly reading: Span & { readonly text: string };
}

interface Phrase extends Span {
  readonly key: string;
  readonly first: WordedWord;
  readonly second: WordedWord;
  readonly text: string;
}

const LEAST_FIRST = 0.4;
const LEAST_SECOND = 0.5;

/**
 * “the US and its Eastern friends”, “Washington and its Asian allies”: after the same two small words, two words that are
 * both akin to the two others. The odd one is the one with the head that fewer of the other sources use.
 */
export function twinPhrases(document: Document, corpus: Corpus): TwinPhrase[] {
  const { resources } = corpus;
  const kin = kinship(resources);
  const byKey = new Map<string, Phrase[]>();
  for (const phrase of phrasesOf(document, corpus)) {
    const same = byKey.get(phrase.key);
    if (same) same.push(phrase);
    else byKey.set(phrase.key, [phrase]);
  }
  const found: TwinPhrase[] = [];
  const partners = partnersOf(document.path, corpus);
  const users = ({ second }: Phrase) => partners.filter((one) => basesOf(one, resources).has(second.base)).length;
  for (const phrases of byKey.values()) {
    for (const [index, one] of phrases.entries()) {
      for (const other of phrases.slice(index + 1)) {
        if (one.first.base === other.first.base || one.second.base === other.second.base) continue;
        if ((one.first.kind === 'name') !== (other.first.kind === 'name')) continue;
        if (kin.of(one.first, other.first) < LEAST_FIRST || kin.of(one.second, other.second) < LEAST_SECOND) continue;
        const difference = users(one) - users(other);
        if (difference === 0) continue;
        const [odd, right] = difference < 0 ? [one, other] : [other, one];
        const { start, end, text } = odd;
        found.push({ start, end, text, reading: { start: right.start, end: right.end, text: right.text } });
      }
    }
  }
  return found;
}

const OWNERS = new Set(['its', 'his', 'her', 'their', 'our']);

/** Two words behind “and its”, “of their” and the like. */
function phrasesOf(document: Document, { resources }: Corpus): Phrase[] {
  return document.paragraphs.flatMap((paragraph, index) => {
    const offset = document.offsets[index] ?? 0;
    return wordedSentences(paragraph, resources).flatMap(({ words }) =>
      words.flatMap((owner, at): Phrase[] => {
        const [before, first, second] = [words[at - 1], words[at + 1], words[at + 2]];
        if (!OWNERS.has(owner.normal) || !before || !first || second?.kind !== 'content') return [];
        if (first.rank < 0 || first.kind === 'small' || first.kind === 'number' || second.start > first.end + 1)
          return [];
        const text = paragraph.text.slice(first.start, second.end);
        const span = { start: offset + first.start, end: offset + second.end };
        return [{ ...span, key: `${before.normal} ${owner.normal}`, first, second, text }];
      }),
    );
  });
}
