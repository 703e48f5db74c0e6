import type { MatterKind } from './judge.js';

/** Shorter words, “New” and “Los”, make no two names one. */
const LEAST_SHARED = 4;

/** The reading among those known that says the same as this one, if less or more of it; itself where none does. */
export function sameReading(reading: string, known: Iterable<string>, kind: MatterKind | undefined): string {
  const isSame = kind === 'date' ? areOneDate : isExact(kind) ? undefined : shareWord;
  for (const other of known) if (other === reading || isSame?.(reading, other)) return other;
  return reading;
}

function isExact(kind: MatterKind | undefined): boolean {
  return kind === 'count' || kind === 'weekday' || kind === 'time';
}

/** Vostochny Cosmodrome, Vostochny. */
function shareWord(one: string, other: string): boolean {
  const words = new Set(one.split(' '));
  return other.split(' ').some((word) => word.length >= LEAST_SHARED && words.has(word));
}

/** June 2005, 24 June: year, month and day, as dateMatter.ts gives them. */
function areOneDate(one: string, other: string): boolean {
  const [parts, others] = [one.split(','), other.split(',')];
  const both = parts.flatMap((part, at) => (part !== '' && others[at] !== '' ? [part === others[at]] : []));
  return both.length > 0 && both.every(Boolean);
}
