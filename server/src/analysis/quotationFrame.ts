import type { Paragraph } from '../core/document.js';
import { quotationsOf, type Quotation } from '../core/quotations.js';
import { statementsOf } from '../core/speechCues.js';
import type { Actor } from './speechActors.js';

/** Where the sentence goes on behind the closing mark; `undefined` where it ends there. */
export function tailOf(
  paragraph: Paragraph,
  { end, outer }: Quotation,
  actors: readonly Actor[],
): { readonly end: number; readonly hasComma: boolean } | undefined {
  const { text } = paragraph;
  const rest = text.slice(outer.end);
  const [gap = ''] = /^[^\p{L}\p{N}“"‘«„]*/u.exec(rest) ?? [];
  const first = rest[gap.length] ?? '';
  if (first === '' || /[“"‘«„]/.test(first)) return undefined;
  const hasComma = text[end - 1] === ',' || gap.startsWith(',');
  const isEnded = !hasComma && (/[.…]$/.test(text.slice(end - 1, end)) || /^\s*[.;:]/.test(gap));
  const isExclaimed = /[!?]$/.test(text.slice(end - 1, end));
  const isDash = /[—–―-]\s*$/.test(gap);
  const at = outer.end + gap.length;
  const stopAt = statementEnd(paragraph, at);
  const next = quotationsOf(paragraph).find(({ outer: other }) => other.start >= at)?.outer.start ?? text.length;
  const stop = Math.min(stopAt, next);
  if (/\p{Ll}/u.test(first) || isDash) return { end: stop, hasComma };
  if (isEnded) return undefined;
  if (isExclaimed && !saysSoon(at, stop, actors)) return undefined;
  return { end: stop, hasComma };
}

/** "“Really?” Tom asked." and not "“Really?” Tom ran away." */
function saysSoon(start: number, stop: number, actors: readonly Actor[]): boolean {
  const [first, second] = actors.filter((actor) => actor.start >= start && actor.end <= stop);
  if (!first || first.start > start + 40) return false;
  return first.kind === 'verb' || (second?.kind === 'verb' && second.start < first.end + 25);
}

/** Where the sentence that holds `at` begins; quotations do not cut it. */
export function statementStart(paragraph: Paragraph, at: number): number {
  let found = 0;
  for (const { start } of statementsOf(paragraph)) if (start <= at) found = start;
  return found;
}

function statementEnd(paragraph: Paragraph, at: number): number {
  return statementsOf(paragraph).find(({ end }) => end > at)?.end ?? paragraph.text.length;
}

/** How many words between two offsets are not quoted. */
export function wordsOutside(paragraph: Paragraph, start: number, end: number): number {
  const { text } = paragraph;
  let rest = '';
  let from = start;
  for (const { outer } of quotationsOf(paragraph)) {
    if (outer.start >= end || outer.end <= start) continue;
    rest += `${text.slice(from, Math.max(from, outer.start))} `;
    from = Math.max(from, outer.end);
  }
  rest += text.slice(Math.min(from, end), end);
  return rest.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
}
