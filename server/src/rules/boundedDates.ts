import type { FigureInSentence } from './figureSigns.js';

const BOUND = /\b(since|from|until|till|before|after|by)(?:\s\p{L}+){0,3}\s$/iu;
const REACH = 30;

/** Whether two dates are bounds of different kinds: “since 2020”, “not before 2025”. */
export function areOtherBounds(a: FigureInSentence, b: FigureInSentence): boolean {
  if (!a.figure.date || !b.figure.date) return false;
  const [own, theirs] = [boundOf(a), boundOf(b)];
  return own !== undefined && theirs !== undefined && own !== theirs;
}

function boundOf({ figure, sentence }: FigureInSentence): string | undefined {
  const before = sentence.paragraph.text.slice(Math.max(sentence.start, figure.start - REACH), figure.start);
  return BOUND.exec(before)?.[1]?.toLowerCase();
}
