import type { Span } from './span.js';
import { normalForm, wordsIn } from './tokens.js';

/** A word as quotations are compared by: what does not change the words is folded away, its place is kept. */
export interface QuotedWord extends Span {
  readonly folded: string;
  /** Small words cannot show that two quotations are of the same words. */
  readonly weight: number;
}

const CONTRACTIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^can't$/, ['can', 'not']],
  [/^won't$/, ['will', 'not']],
  [/^shan't$/, ['shall', 'not']],
  [/^(.+)n't$/, ['$1', 'not']],
  [/^(.+)'re$/, ['$1', 'are']],
  [/^(.+)'ve$/, ['$1', 'have']],
  [/^(.+)'ll$/, ['$1', 'will']],
  [/^(i)'m$/, ['$1', 'am']],
  [/^cannot$/, ['can', 'not']],
];

const SMALL = new Set(
  `a an the of to in on at by for with from and or but as is are was were be been being has have had do does did will would
   can could shall should may might that this these those it its he she they we you i his her their our my who which what
   there so also about into over than then s mr mrs ms`.split(/\s+/),
);

/**
 * The words of a quotation, folded: case, accents, curly or straight marks, punctuation, contractions (we’re = we are)
 * and British or American spelling make no difference; a negation, a number and every other word does. Offsets are
 * relative to `text`; both halves of a contraction have its span.
 */
export function quotedWords(text: string): QuotedWord[] {
  return wordsIn(text).flatMap(({ start, end, text: word }) => {
    const lower = word.toLowerCase().replace(/[’‘]/g, "'");
    for (const [pattern, parts] of CONTRACTIONS) {
      if (!pattern.test(lower)) continue;
      return parts.map((part) => quotedWord(lower.replace(pattern, part), start, end));
    }
    return [quotedWord(normalForm(word), start, end)];
  });
}

function quotedWord(word: string, start: number, end: number): QuotedWord {
  return { folded: foldSpelling(word), weight: SMALL.has(word) ? 0.25 : 1, start, end };
}

/** British and American spellings of one word become one. */
export function foldSpelling(word: string): string {
  return word
    .replace(/is(?=(?:e[sdr]?|ing|ations?|able)$)/, 'iz')
    .replace(/ys(?=(?:e[sdr]?|ing)$)/, 'yz')
    .replace(/(?<=[a-z]{2})our(?=$|s$|ed$|ing$|able$|ite[s]?$|ful|less|ly$)/, 'or')
    .replace(/(?<=[a-z]{2}[^aeiou])re$/, 'er')
    .replace(/ence$/, 'ense')
    .replace(/ogue(?=s?$)/, 'og')
    .replace(/ogramme(?=s?$)/, 'ogram')
    .replace(/(?<=[aeiou])ll(?=(?:ed|ing|er)$)/, 'l');
}
