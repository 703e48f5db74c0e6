import type { Span } from './span.js';

// Not before a digit (1,200), nor before a number that stands alone (April 22, 1923), nor between hyphenated words; a dash or a bracket opens a clause as a comma does.
const BOUNDARY =
  /[,;:]\s(?!\d+(?:[.,;:)]|$))|\s[–—-]+\s|—|\s(?=\()|\s(?=(?:but|while|whereas|because|although|though|when|where|which|who|after|before|amid|marking|with|as|and)\s)/giu;

/** The clauses of a sentence, in order; together they cover `sentence`, the marks and blanks between them included. */
export function clauseSpans(text: string, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(BOUNDARY)) {
    const to = start + match.index + match[0].length;
    if (to > from && to < end) {
      clauses.push({ start: from, end: to });
      from = to;
    }
  }
  clauses.push({ start: from, end });
  return clauses;
}
