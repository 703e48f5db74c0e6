import type { Corpus } from '../analysis/corpus.js';
import { placedAt, type PlacedParagraph } from '../core/document.js';
import { sentenceIndexAt, sentencesOf } from '../core/sentences.js';
import type { Place } from '../core/span.js';
import { stem } from '../core/stem.js';
import { normalForm, wordsIn } from '../core/tokens.js';

/**
 * Whether one of two texts tells what stands against its own words as something else, a sentence away, or below its heading: “She married him in
 * 1955. He died in 1999” beside “Her husband died in 1999”.
 */
export function isSaidOfAnother(here: Place, there: Place, corpus: Corpus): boolean {
  return isSaidBeside(there, here, corpus) || isSaidBeside(here, there, corpus);
}

/** Whether another sentence of the paragraph of `place` has what is said, and a word with it that the sentence of `place` lacks. */
function isSaidBeside(said: Place, place: Place, corpus: Corpus): boolean {
  const words = corpus.textAt(said);
  const { own: telling } = sentencesAround(said, corpus);
  const { own, others } = sentencesAround(place, corpus);
  const known = new Set(stemsOf(own));
  const lacked = new Set(stemsOf(telling).filter((one) => !known.has(one)));
  return others.some((other) => hasWords(other, words) && stemsOf(other).some((one) => lacked.has(one)));
}

function sentencesAround({ path, start }: Place, corpus: Corpus): { own: string; others: readonly string[] } {
  const document = corpus.document(path);
  const here = document && placedAt(document, start);
  if (!here) return { own: '', others: [] };
  const sentences = sentencesOf(here.paragraph);
  const at = sentenceIndexAt(sentences, start - here.start);
  const texts = sentences.map((one) => here.paragraph.text.slice(one.start, one.end));
  const others = texts.filter((_, index) => index !== at);
  return { own: texts[at] ?? '', others: isHeading(here) ? [...others, ...sentencesBelow(here)] : others };
}

/** “Flood in Kolvik: situation on Monday evening”: what it heads begins below. */
function isHeading({ paragraph }: PlacedParagraph): boolean {
  return !/[.!?;,:…]['"”’)\]]*\s*$/.test(paragraph.text);
}

function sentencesBelow({ document, index }: PlacedParagraph): string[] {
  const below = document.paragraphs[index + 1];
  return below ? sentencesOf(below).map(({ start, end }) => below.text.slice(start, end)) : [];
}

/** Shorter words, and numbers, say nothing of what is told. */
const FEWEST_LETTERS = 4;
const SMALL = /^(?:this|that|with|from|have|been|were|they|their|would|could|should|when|which|after|before|about)$/;

function stemsOf(sentence: string): string[] {
  const words = wordsIn(sentence).map(({ text }) => normalForm(text));
  return words.filter((word) => word.length >= FEWEST_LETTERS && /^\p{L}/u.test(word) && !SMALL.test(word)).map(stem);
}

function hasWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  return (
    words !== '' &&
    at >= 0 &&
    !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 1), at)) &&
    !/^[\p{L}\p{N}]/u.test(text.slice(at + words.length, at + words.length + 1))
  );
}
