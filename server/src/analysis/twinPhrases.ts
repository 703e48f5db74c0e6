import type { Document, Paragraph, PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { shift, type Span } from '../core/span.js';
import type { Corpus } from './corpus.js';
import type { Resources } from './resources.js';
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
export function twinPhrases({ document, paragraph, start: offset }: PlacedParagraph, corpus: Corpus): TwinPhrase[] {
  const { resources } = corpus;
  const kin = kinship(resources);
  const partners = partnersOf(document.path, corpus);
  const users = ({ second }: Phrase) => partners.filter((one) => basesOf(one, resources).has(second.base)).length;
  return phrasesOf(paragraph, resources).flatMap((one): TwinPhrase[] => {
    for (const { phrase: other, offset: there } of phrasesByKey(document, resources).get(one.key) ?? []) {
      if (one.first.base === other.first.base || one.second.base === other.second.base) continue;
      if ((one.first.kind === 'name') !== (other.first.kind === 'name')) continue;
      if (kin.of(one.first, other.first) < LEAST_FIRST || kin.of(one.second, other.second) < LEAST_SECOND) continue;
      if (users(one) >= users(other)) continue;
      const { start, end, text } = shift(one, offset);
      return [{ start, end, text, reading: shift({ start: other.start, end: other.end, text: other.text }, there) }];
    }
    return [];
  });
}

const OWNERS = new Set(['its', 'his', 'her', 'their', 'our']);

const ofParagraphs = new Facts<Paragraph, readonly Phrase[]>();

/** Two words behind “and its”, “of their” and the like, relative to the paragraph. */
function phrasesOf(paragraph: Paragraph, resources: Resources): readonly Phrase[] {
  const known = ofParagraphs.get(paragraph);
  if (known) return known;
  const found = wordedSentences(paragraph, resources).flatMap(({ words }) =>
    words.flatMap((owner, at): Phrase[] => {
      const [before, first, second] = [words[at - 1], words[at + 1], words[at + 2]];
      if (!OWNERS.has(owner.normal) || !before || !first || second?.kind !== 'content') return [];
      if (first.rank < 0 || first.kind === 'small' || first.kind === 'number' || second.start > first.end + 1)
        return [];
      const [start, end] = [first.start, second.end];
      const text = paragraph.text.slice(start, end);
      return [{ start, end, key: `${before.normal} ${owner.normal}`, first, second, text }];
    }),
  );
  ofParagraphs.set(paragraph, found);
  return found;
}

type ByKey = ReadonlyMap<string, readonly { readonly phrase: Phrase; readonly offset: number }[]>;
const ofDocuments = new Facts<Document, ByKey>();

function phrasesByKey(document: Document, resources: Resources): ByKey {
  let known = ofDocuments.get(document);
  if (!known) {
    const byKey = new Map<string, { phrase: Phrase; offset: number }[]>();
    for (const [index, paragraph] of document.paragraphs.entries()) {
      const offset = document.offsets[index] ?? 0;
      for (const phrase of phrasesOf(paragraph, resources)) {
        const same = byKey.get(phrase.key);
        if (same) same.push({ phrase, offset });
        else byKey.set(phrase.key, [{ phrase, offset }]);
      }
    }
    ofDocuments.set(document, (known = byKey));
  }
  return known;
}
