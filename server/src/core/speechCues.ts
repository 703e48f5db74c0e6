import type { Paragraph } from './document.js';
import { Facts } from './facts.js';
import { quotationsOf } from './quotations.js';
import { sentencesOf } from './sentences.js';
import { ADVERBS, NOUN_FORMS, SPEECH_VERBS, UNNAMED_SPEAKERS } from './speechWords.js';
import type { Span } from './span.js';

/** A word outside quotations that tells who speaks: the verb, or what may be its subject without being a name. */
export interface SpeechCue extends Span {
  /**
   * `noun` is what stands right beside a verb without being a name ("the North Korean leader", from the article on);
   * `capital` a capitalised word right beside it, of an organisation unless it belongs to somebody's name.
   */
  readonly kind: 'verb' | 'according' | 'he' | 'she' | 'noun' | 'capital' | 'unnamed';
}

const cache = new Facts<Paragraph, readonly SpeechCue[]>();

/** Cues of a paragraph outside its quotations, in order, relative to its text. */
export function speechCuesOf(paragraph: Paragraph): readonly SpeechCue[] {
  let cues = cache.get(paragraph);
  if (!cues) cache.set(paragraph, (cues = cuesIn(paragraph)));
  return cues;
}

interface Word extends Span {
  readonly lower: string;
  readonly isCapital: boolean;
}

function cuesIn(paragraph: Paragraph): SpeechCue[] {
  const quotations = quotationsOf(paragraph);
  const { text } = paragraph;
  const words: Word[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(
    /\p{Lu}\.(?:\p{Lu}\.?)+|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}’'-]*[\p{L}\p{M}\p{N}])?/gu,
  )) {
    while ((quotations[at]?.end ?? Infinity) <= index) at++;
    if ((quotations[at]?.start ?? Infinity) <= index) continue;
    words.push({ start: index, end: index + word.length, lower: word.toLowerCase(), isCapital: /^\p{Lu}/u.test(word) });
  }
  const cues: SpeechCue[] = [];
  for (const [at, word] of words.entries()) {
    const { start, end, lower, isCapital } = word;
    if (lower === 'he' || lower === 'she') cues.push({ kind: lower, start, end });
    else if (SPEECH_VERBS.has(lower) && !isCapital && !(NOUN_FORMS.has(lower) && isNoun(words, at))) {
      const subject = subjectBeside(text, words, at, -1);
      if (subject && !cues.some((cue) => cue.start >= subject.start)) cues.push(subject);
      cues.push({ kind: 'verb', start, end });
      const inverted = subjectBeside(text, words, at, 1);
      if (inverted) cues.push(inverted);
    } else if (lower === 'according' && words[at + 1]?.lower === 'to') {
      cues.push({ kind: 'according', start, end: words[at + 1]?.end ?? end });
    } else if (UNNAMED_SPEAKERS.has(lower) && (lower !== 'us' || text.slice(start, end) === 'US')) {
      if (!cues.some((cue) => cue.start <= start && start < cue.end)) cues.push({ kind: 'unnamed', start, end });
    }
  }
  return cues.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Not right after a name or a pronoun. */
function isNoun(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (isAdverb(words[before]?.lower ?? '')) before--;
  const word = words[before];
  return word !== undefined && !word.isCapital && !/^(?:he|she|it|they|who|which|and|but)$/.test(word.lower);
}

const DETERMINERS = /^(?:the|a|an|this|that|his|her|its|their|one|another)$/;
const PREPOSITIONS = /^(?:in|at|on|during|after|before|by|with|through|via|under|for|to|from|about|over)$/;
const NO_SUBJECT =
  /^(?:and|but|or|that|which|who|to|as|when|while|where|if|because|he|she|i|it|they|we|you|there|than|so|what|also|the|a|an|in|of|reporters|journalists|him|her|them|me|us)$/;

/** What stands right before or right after the verb, if it is no name and no pronoun. */
function subjectBeside(text: string, words: readonly Word[], verb: number, step: 1 | -1): SpeechCue | undefined {
  const at = words[verb];
  if (!at) return undefined;
  let index = verb + step;
  const isBroken = (a: Word | undefined, b: Word | undefined) =>
    !a || !b || /[^\s]/.test(step > 0 ? text.slice(a.end, b.start) : text.slice(b.end, a.start));
  let last = at;
  while (step < 0 && words[index] && !isBroken(last, words[index]) && isAdverb(words[index]?.lower ?? '')) {
    last = words[index] ?? last;
    index += step;
  }
  const word = words[index];
  if (!word || isBroken(last, word)) return undefined;
  if (step > 0) return invertedSubject(text, words, index);
  if (NO_SUBJECT.test(word.lower) || /\d/.test(word.lower)) return undefined;
  if (word.isCapital) return { kind: 'capital', start: word.start, end: word.end };
  if (/(?:ed|ing|ly)$/.test(word.lower)) return undefined;
  let first = index;
  while (first > 0 && index - first < 6 && !DETERMINERS.test(words[first]?.lower ?? '')) {
    if (isBroken(words[first], words[first - 1])) break;
    if (NO_SUBJECT.test(words[first - 1]?.lower ?? '') && !DETERMINERS.test(words[first - 1]?.lower ?? '')) break;
    if (PREPOSITIONS.test(words[first - 1]?.lower ?? '')) break;
    first--;
  }
  const lead = words[first - 1];
  // "in an interview said": no subject.
  if (lead && !isBroken(words[first], lead) && PREPOSITIONS.test(lead.lower)) return undefined;
  return { kind: 'noun', start: words[first]?.start ?? word.start, end: word.end };
}

/** "said the minister", "said KCNA". */
function invertedSubject(text: string, words: readonly Word[], index: number): SpeechCue | undefined {
  const word = words[index];
  if (!word) return undefined;
  if (word.isCapital) return { kind: 'capital', start: word.start, end: word.end };
  if (!/^(?:the|a|an|one|another)$/.test(word.lower)) return undefined;
  let last = index;
  while (last + 1 < words.length && last - index < 5) {
    const next = words[last + 1];
    if (!next || /\S/.test(text.slice(words[last]?.end ?? 0, next.start)) || NO_SUBJECT.test(next.lower)) break;
    if (PREPOSITIONS.test(next.lower)) break;
    last++;
  }
  return last > index ? { kind: 'noun', start: word.start, end: words[last]?.end ?? word.end } : undefined;
}

function isAdverb(lower: string): boolean {
  return ADVERBS.has(lower) || /..ly$/.test(lower);
}

const statements = new Facts<Paragraph, readonly Span[]>();

/** Sentences that a quotation does not cut: “Go. Now,” he said – is one. Relative to the paragraph's text. */
export function statementsOf(paragraph: Paragraph): readonly Span[] {
  const known = statements.get(paragraph);
  if (known) return known;
  const quotations = quotationsOf(paragraph);
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of sentencesOf(paragraph)) {
    const last = found.at(-1);
    const isInside = quotations.some(({ outer }) => outer.start < start && start < outer.end);
    if (last && isInside) last.end = end;
    else found.push({ start, end });
  }
  statements.set(paragraph, found);
  return found;
}
